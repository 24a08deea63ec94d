package dev.gangway.oauth;

import dev.gangway.base.Secret;
import org.jspecify.annotations.Nullable;

/// What is secret of a [TokenSource].
///
/// @param refreshToken null where the grant needs none
public record TokenSecrets(Secret clientSecret, @Nullable Secret refreshToken) {}
