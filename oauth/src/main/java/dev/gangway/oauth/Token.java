package dev.gangway.oauth;

import dev.gangway.base.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a token endpoint gave.
///
/// @param lasting how long it may be used from now on; null when the endpoint did not say
/// @param refreshToken to ask with from now on; null when the one before stays
public record Token(
        Secret value, @Nullable Duration lasting, @Nullable Secret refreshToken) {}
