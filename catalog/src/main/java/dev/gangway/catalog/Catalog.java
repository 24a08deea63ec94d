package dev.gangway.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations of one or more OpenAPI documents. Immutable; threads share it.
///
/// Loading parses YAML, some tenths of a second on a cold JVM: do it beside something that waits.
public final class Catalog {
    private final Map<String, Operation> operations;

    private Catalog(Map<String, Operation> operations) {
        this.operations = operations;
    }

    /// Reads OpenAPI 3.1 documents from the class path.
    ///
    /// @param resources absolute names, such as `/dev/gangway/wire/partner-api.yaml`
    /// @throws MalformedDocument when one is absent, cannot be read, or says what a check could not honour
    public static Catalog load(List<String> resources) {
        return of(resources.stream().map(Document::ofResource).toList());
    }

    static Catalog of(List<Document> documents) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (Document document : documents) {
            for (Operation operation : OperationReader.operations(document)) {
                if (operations.put(operation.id(), operation) != null) {
                    throw document.malformed("#/paths", "has a second operation named " + operation.id());
                }
            }
        }
        return new Catalog(operations);
    }

    /// The operation with this `operationId`.
    public Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    /// All of them, in the order of the documents.
    public List<Operation> operations() {
        return List.copyOf(operations.values());
    }
}
