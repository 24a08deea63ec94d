package dev.gangway.audit;

import org.jspecify.annotations.Nullable;

/// Which events to list. Each part is null when it does not matter; the others must all match.
public record AuditFilter(
        @Nullable String partner,
        @Nullable String subject,
        @Nullable String action) {
    public static final AuditFilter EVERYTHING = new AuditFilter(null, null, null);
}
