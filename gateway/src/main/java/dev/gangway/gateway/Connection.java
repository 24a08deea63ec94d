package dev.gangway.gateway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.allowance.Limits;
import dev.gangway.base.WorldId;
import dev.gangway.oauth.TokenSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A provider's credentials under a name, without their values.
///
/// @param name lower-case letters, digits and hyphens, such as `plaid-sandbox`
/// @param server absolute URL; empty for this server itself
/// @param environment `sandbox`, `production` or `other`
/// @param credentials the security schemes that have a value
/// @param tokens where its access token is fetched; null when every value is given
/// @param limits how many calls it takes, over all nodes
/// @param logBodies whether the call log keeps bodies, masked
public record Connection(
        @JsonIgnore WorldId world,
        String name,
        String provider,
        String server,
        String environment,
        List<String> credentials,
        @Nullable TokenSource tokens,
        Limits limits,
        boolean logBodies,
        Instant createdAt,
        Instant changedAt) {
    /// What the sealed values are bound to: a copy of them opens in no other place.
    String seal() {
        return ConnectionStore.SEALED.context(List.of(world.value(), name, provider, server));
    }
}
