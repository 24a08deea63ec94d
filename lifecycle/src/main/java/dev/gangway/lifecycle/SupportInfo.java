package dev.gangway.lifecycle;

import org.jspecify.annotations.Nullable;

/// Where an end customer's own users find help. Each part is null while unknown.
public record SupportInfo(
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String contactUrl,
        @Nullable String linkUpdateUrl) {}
