package dev.gangway.webhook;

import dev.gangway.egress.Outcome;
import java.time.Duration;
import java.time.Instant;

/// One try to deliver.
///
/// @param at when it began
/// @param took how long, of real time
record Attempt(Instant at, Duration took, Outcome outcome) {}
