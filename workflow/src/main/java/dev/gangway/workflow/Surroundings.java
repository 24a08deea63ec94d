package dev.gangway.workflow;

import java.util.Optional;

/// What a definition may name that is kept elsewhere. Handed in; asked when a definition is saved.
public interface Surroundings {
    /// Whether there is a connection of that name.
    boolean hasConnection(String name);

    /// Whether there is a provider of that name.
    boolean hasProvider(String name);

    /// Whether `provider` has an operation of that id.
    boolean hasOperation(String provider, String operation);

    /// The newest definition of that name.
    Optional<Definition> workflow(String name);
}
