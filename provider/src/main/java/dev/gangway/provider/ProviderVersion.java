package dev.gangway.provider;

import java.time.Instant;

/// One import of a provider's document.
///
/// @param number counted from 1
/// @param documentVersion what the document calls its version
/// @param source where it came from
/// @param importedBy as the audit trail names them
public record ProviderVersion(
        int number,
        String documentVersion,
        String specification,
        String source,
        int operations,
        int tolerated,
        Instant importedAt,
        String importedBy) {}
