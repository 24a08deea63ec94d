package dev.gangway.gateway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.base.WorldId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One call that went, or should have gone, through the gateway.
///
/// @param id 0 before it is written
/// @param caller as in the audit trail, such as `token:tok_…`
/// @param operation null when the provider has none with this method and path
/// @param path of the upstream, with its query; credentials masked
/// @param status the upstream's; null when it did not answer
/// @param error why it did not
/// @param bytesUp of the caller's body
/// @param bytesDown of the upstream's body
/// @param micros from the first byte to the last
/// @param upstreamMicros of these, until the head of the answer
/// @param requestBody masked; null unless the connection logs bodies
public record CallRecord(
        @JsonIgnore WorldId world,
        long id,
        Instant at,
        String caller,
        String requestId,
        String connection,
        String provider,
        @Nullable String operation,
        String method,
        String host,
        String path,
        @Nullable Integer status,
        @Nullable String error,
        long bytesUp,
        long bytesDown,
        int micros,
        int upstreamMicros,
        @Nullable String upstreamRequestId,
        @Nullable String requestBody,
        @Nullable String responseBody) {}
