package dev.gangway.gateway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.List;

/// A provider's credentials under a name, without their values.
///
/// @param name lower-case letters, digits and hyphens, such as `plaid-sandbox`
/// @param server absolute URL; empty for this server itself
/// @param environment `sandbox`, `production` or `other`
/// @param credentials the security schemes that have a value
/// @param logBodies whether the call log keeps bodies, masked
public record Connection(
        @JsonIgnore WorldId world,
        String name,
        String provider,
        String server,
        String environment,
        List<String> credentials,
        boolean logBodies,
        Instant createdAt,
        Instant changedAt) {
    /// What the sealed values are bound to: a copy of them opens in no other place.
    String seal() {
        return "gateway.connection/" + world.value() + "/" + name + "/" + provider + "/" + server;
    }
}
