package dev.gangway.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an access token is made from.
///
/// @param name 1 to 255 characters
/// @param connections the only ones that it opens in the gateway; empty for all
/// @param operations likewise, by id
/// @param expiresAt when it is to stop working by itself; null when it is not
public record TokenDraft(
        String name,
        TokenScope scope,
        List<String> connections,
        List<String> operations,
        @Nullable Instant expiresAt) {}
