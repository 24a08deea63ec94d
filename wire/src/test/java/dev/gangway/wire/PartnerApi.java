package dev.gangway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.catalog.Body;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Field;
import dev.gangway.catalog.Field.Presence;
import dev.gangway.catalog.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// `partner-api.yaml`, for the tests that read it.
final class PartnerApi {
    static final Set<String> CREDENTIALS = Set.of("client_id", "secret");
    private static final Catalog CATALOG = Catalog.load(List.of("/dev/gangway/wire/partner-api.yaml"));

    private PartnerApi() {}

    static List<Operation> operations() {
        return CATALOG.operations();
    }

    static Operation operation(String id) {
        return CATALOG.operation(id).orElseThrow();
    }

    /// A copy of one of an operation's request examples.
    static ObjectNode example(Operation operation, String name) {
        JsonNode example = Objects.requireNonNull(operation.request().examples().get(name), name);
        return example.deepCopy();
    }

    /// The fields that are not inside others, without the credentials.
    static List<String> topLevel(Body body, Predicate<Field> which) {
        return body.fields().stream()
                .filter(field -> !field.path().contains(".") && !field.path().endsWith("[]"))
                .filter(which)
                .map(Field::path)
                .filter(name -> !CREDENTIALS.contains(name))
                .toList();
    }

    static List<String> required(Operation operation) {
        return topLevel(operation.request(), field -> field.presence() == Presence.REQUIRED);
    }

    static List<String> optional(Operation operation) {
        return topLevel(operation.request(), field -> field.presence() != Presence.REQUIRED);
    }
}
