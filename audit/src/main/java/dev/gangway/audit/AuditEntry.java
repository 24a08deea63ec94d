package dev.gangway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Actor;
import dev.gangway.base.WorldId;
import org.jspecify.annotations.Nullable;

/// A change to put on record.
///
/// @param partner whose it is, `prt_…`; null when it concerns the installation, such as a new access token
/// @param subject what was changed: an end customer's client_id, `prt_…`, `tok_…`, `whe_…`
/// @param action what happened to it, noun and past tense, such as `customer.created`
/// @param before the whole document before the change; a NullNode when there was none
/// @param after the whole document after the change; a NullNode when there is none any more. Both may hold
///     secrets and contact data: only what differs is kept, and that masked
public record AuditEntry(
        WorldId world,
        @Nullable String partner,
        String subject,
        Actor actor,
        String action,
        JsonNode before,
        JsonNode after) {}
