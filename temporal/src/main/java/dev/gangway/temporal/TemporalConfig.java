package dev.gangway.temporal;

import dev.gangway.base.Secret;
import java.util.Optional;

/// Where Temporal is, and what of it is ours.
///
/// @param takesNewRuns whether new runs begin there
/// @param address such as `temporal.example:7233`
/// @param namespace must be there already
/// @param taskQueue all nodes of one product share it, and nobody else
/// @param isEncrypted whether the connection is TLS; it always is with an API key
/// @param isSealed whether what goes there is sealed with the keys of the vault
/// @param apiKey empty for none
public record TemporalConfig(
        boolean takesNewRuns,
        String address,
        String namespace,
        String taskQueue,
        boolean isEncrypted,
        boolean isSealed,
        Optional<Secret> apiKey) {}
