package dev.gangway.app;

import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.gateway.Gateway;
import dev.gangway.provider.Providers;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Surroundings;
import java.util.Optional;
import java.util.function.Function;

/// What workflow definitions of a world may name.
record Named(WorldId world, Providers providers, Gateway gateway, Function<String, Optional<Definition>> workflows)
        implements Surroundings {
    @Override
    public boolean hasConnection(String name) {
        try {
            gateway.connection(world, name);
            return true;
        } catch (ProblemException absent) {
            return false;
        }
    }

    @Override
    public boolean hasProvider(String name) {
        return providers.provider(world, name).isPresent();
    }

    @Override
    public boolean hasOperation(String provider, String operation) {
        return providers.operation(world, provider, operation).isPresent();
    }

    @Override
    public Optional<Definition> workflow(String name) {
        return workflows.apply(name);
    }
}
