package dev.gangway.provider;

import dev.gangway.base.WorldId;
import dev.gangway.openapi.OperationModel;
import dev.gangway.storage.Database;
import dev.gangway.storage.RowCache;
import java.util.List;
import java.util.Optional;

/// Providers and operation models from memory; every node forgets a provider within a second of its change.
final class Shelf {
    private static final int MOST_PROVIDERS = 200;
    private static final int MOST_MODELS = 500;

    private final Database database;
    private final ProviderStore providers = new ProviderStore();
    private final OperationStore operations = new OperationStore();
    private final RowCache<Shelved> shelved;
    private final RowCache<OperationModel> models;

    Shelf(Database database) {
        this.database = database;
        this.shelved = new RowCache<>(database, "provider", MOST_PROVIDERS);
        this.models = new RowCache<>(database, "provider-model", MOST_MODELS);
    }

    /// A provider, and how its operations are found.
    record Shelved(Provider provider, List<OperationSummary> operations, PathTable paths) {}

    Optional<Shelved> find(WorldId world, String name) {
        return shelved.get(
                world + "/" + name,
                () -> database.read(tx -> providers.find(tx, world, name).map(provider -> {
                    List<OperationSummary> list = operations.list(tx, world, name, provider.version());
                    return new Shelved(provider, list, new PathTable(list));
                })));
    }

    /// A model never changes under its version, so it needs no forgetting.
    Optional<OperationModel> model(WorldId world, Provider provider, String id) {
        String key = world + "/" + provider.name() + "/" + provider.version() + "/" + id;
        return models.get(
                key, () -> database.read(tx -> operations.find(tx, world, provider.name(), provider.version(), id)));
    }

    /// Once the surrounding transaction commits.
    void changed(WorldId world, String name) {
        shelved.changed(world + "/" + name);
    }
}
