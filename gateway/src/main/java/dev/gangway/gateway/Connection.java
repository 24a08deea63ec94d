package dev.gangway.gateway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.gangway.allowance.Limits;
import dev.gangway.base.WorldId;
import dev.gangway.oauth.TokenSource;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A provider's credentials under a name, without their values.
///
/// @param name lower-case letters, digits and hyphens, such as `plaid-sandbox`
/// @param server absolute URL; empty for this server itself
/// @param environment `sandbox`, `production` or `other`
/// @param credentials the security schemes that have a value
/// @param tokens where its access token is fetched; null when every value is given
/// @param limits how many calls it takes, over all nodes
/// @param idempotencyHeader under which the provider takes a key that makes a repeated request count once; null when it
///     is not known to take one
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
        @Nullable String idempotencyHeader,
        boolean logBodies,
        Instant createdAt,
        Instant changedAt) {
    /// The header that carries the key where nothing else is known.
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /// Whether a request says by its headers that it may be made twice.
    ///
    /// @param names of its headers
    boolean isKeyed(Stream<String> names) {
        return names.anyMatch(
                name -> name.equalsIgnoreCase(IDEMPOTENCY_KEY) || name.equalsIgnoreCase(idempotencyHeader));
    }

    /// What the sealed values are bound to: a copy of them opens in no other place.
    String seal() {
        return ConnectionStore.SEALED.context(List.of(world.value(), name, provider, server));
    }
}
