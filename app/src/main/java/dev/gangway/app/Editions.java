package dev.gangway.app;

import dev.gangway.base.WorldId;
import dev.gangway.openapi.OperationModel;
import dev.gangway.provider.OperationSummary;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import dev.gangway.sdk.Edition;
import java.util.List;
import java.util.Optional;

/// What client libraries are made of: a provider as its newest document describes it.
record Editions(Providers providers) {
    Optional<Edition> of(String provider) {
        return providers.provider(WorldId.MAIN, provider).map(this::edition);
    }

    private Edition edition(Provider provider) {
        return new Edition(
                provider.name(),
                provider.version(),
                provider.title(),
                provider.schemes(),
                () -> operations(provider.name()));
    }

    private List<OperationModel> operations(String provider) {
        return providers.operations(WorldId.MAIN, provider).stream()
                .map(OperationSummary::id)
                .flatMap(id -> providers.operation(WorldId.MAIN, provider, id).stream())
                .toList();
    }
}
