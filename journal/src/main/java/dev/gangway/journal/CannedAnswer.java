package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// An answer that a test gives in place of a real one.
///
/// @param status of HTTP, 100 to 599
/// @param retryAfter seconds that the other side asks us to wait; null when it does not
/// @param body null for none
public record CannedAnswer(
        int status, @Nullable Integer retryAfter, @Nullable JsonNode body) {}
