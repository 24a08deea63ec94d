package dev.gangway.gateway;

import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import dev.gangway.provider.OperationMatch;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What the catalog says of a call: which operation it is, and where its body would carry credentials. Thread-safe.
final class Operations {
    private static final int MOST = 5_000;

    private final Providers providers;
    private final Map<String, Set<String>> bodyNames = new ConcurrentHashMap<>();

    Operations(Providers providers) {
        this.providers = providers;
    }

    /// The operation that a request meets; empty when the provider has none.
    Optional<OperationModel> of(Connection connection, String method, String path) {
        return providers
                .match(connection.world(), connection.provider(), method, path)
                .map(OperationMatch::operation)
                .flatMap(found -> providers.operation(connection.world(), connection.provider(), found.id()));
    }

    /// Members of a JSON body that a caller may not send over a connection.
    Set<String> bodyNames(Ready ready, Optional<OperationModel> operation) {
        if (operation.isEmpty()) {
            return ready.injection().bodyNames();
        }
        if (bodyNames.size() > MOST) {
            bodyNames.clear();
        }
        Set<String> ofTheOperation =
                bodyNames.computeIfAbsent(key(ready.connection(), operation.get()), _ -> credentials(operation.get()));
        if (ready.injection().bodyNames().isEmpty() || ofTheOperation.isEmpty()) {
            return ofTheOperation.isEmpty() ? ready.injection().bodyNames() : ofTheOperation;
        }
        Set<String> all = new HashSet<>(ofTheOperation);
        all.addAll(ready.injection().bodyNames());
        return all;
    }

    /// A model never changes under its version.
    private String key(Connection connection, OperationModel operation) {
        int version = providers
                .provider(connection.world(), connection.provider())
                .map(Provider::version)
                .orElse(0);
        return connection.world().value() + "/" + connection.provider() + "/" + version + "/" + operation.id();
    }

    private static Set<String> credentials(OperationModel operation) {
        return operation.request().map(Media::rows).stream()
                .flatMap(List::stream)
                .filter(row -> !row.credential().isEmpty() && row.parent() == 0)
                .map(Row::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
