package dev.gangway.webhook;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import java.time.Instant;

/// Something that happened to an end customer, published.
///
/// @param id `evt_…`; the same in every delivery and replay, so that receivers can drop what they had
/// @param position place in its world's feed, from 1 without gaps
/// @param body the exact bytes that are sent
/// @param at when it was emitted
record Event(
        WorldId world,
        String id,
        long position,
        String partner,
        Environment environment,
        String subject,
        EventType type,
        byte[] body,
        Instant at) {}
