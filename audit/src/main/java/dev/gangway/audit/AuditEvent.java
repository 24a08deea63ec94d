package dev.gangway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change on record, as the admin API shows it.
///
/// @param id grows with time, with gaps
/// @param position in the world's chain, from 1 without gaps; null for about a second, until it is sealed
/// @param partner `prt_…`; null when it concerns the installation
/// @param requestId 15 letters and digits; empty when the system acted on its own
/// @param changes by dotted field name, `{"before": …, "after": …}`, masked
/// @param hash 64 lower-case hex digits; null until it is sealed
public record AuditEvent(
        long id,
        @Nullable Long position,
        Instant at,
        @Nullable String partner,
        String subject,
        String actor,
        String requestId,
        String action,
        JsonNode changes,
        @Nullable String hash) {}
