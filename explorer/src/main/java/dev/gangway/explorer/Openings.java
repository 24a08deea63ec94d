package dev.gangway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.openapi.Example;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.Row.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a form may be filled with to begin with: examples, without the credentials that the gateway fills in.
final class Openings {
    private Openings() {}

    /// The document's own examples, then those that were made up.
    static List<Example> of(Media media) {
        List<Example> all = media.examples().stream()
                .map(example -> new Example(
                        example.name(),
                        example.summary(),
                        withoutCredentials(media.rows(), example.value()),
                        example.made()))
                .toList();
        List<Example> own = all.stream().filter(example -> !example.made()).toList();
        List<Example> made = all.stream()
                .filter(Example::made)
                .sorted((a, b) -> rank(a) - rank(b))
                .toList();
        return Stream.concat(own.stream(), made.stream()).toList();
    }

    /// What the form shows first; null when there is no body.
    static @Nullable JsonNode first(OperationModel operation) {
        return operation.request().stream()
                .flatMap(media -> of(media).stream())
                .map(Example::value)
                .findFirst()
                .orElse(null);
    }

    private static int rank(Example example) {
        return switch (example.name()) {
            case "realistic" -> 0;
            case "minimal" -> 1;
            default -> 2;
        };
    }

    private static JsonNode withoutCredentials(List<Row> rows, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        List<String> names = rows.stream()
                .filter(row -> row.parent() == 0
                        && row.role() == Role.MEMBER
                        && !row.credential().isEmpty())
                .map(Row::name)
                .toList();
        return object.deepCopy().without(names);
    }
}
