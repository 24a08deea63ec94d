package dev.gangway.explorer;

import dev.gangway.openapi.Row;
import dev.gangway.openapi.Row.Role;
import java.util.List;
import java.util.Optional;

/// Types in words.
final class Types {
    private Types() {}

    /// Such as `string`, `date`, `list of strings`, `map of objects`; `or null` where null is a value.
    static String words(List<Row> rows, int index) {
        Row row = rows.get(index);
        String words = switch (row.type()) {
            case ARRAY ->
                inside(rows, index, Role.ITEM)
                        .map(item -> "list of " + plural(item))
                        .orElse("list");
            case MAP ->
                inside(rows, index, Role.MAP_VALUE)
                        .map(value -> "map of " + plural(value))
                        .orElse("map");
            case OBJECT, STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ONE_OF, ANY_OF, ANY -> word(row);
        };
        return row.nullable() ? words + " or null" : words;
    }

    /// Whether a value has no parts.
    static boolean isPlain(Row row) {
        return switch (row.type()) {
            case STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ANY -> true;
            case OBJECT, MAP, ARRAY, ONE_OF, ANY_OF -> false;
        };
    }

    private static Optional<Row> inside(List<Row> rows, int index, Role role) {
        return rows.stream()
                .skip(index + 1L)
                .filter(row -> row.parent() == index && row.role() == role)
                .findFirst();
    }

    private static String plural(Row row) {
        return switch (row.type()) {
            case OBJECT -> "objects";
            case MAP -> "maps";
            case ARRAY -> "lists";
            case STRING -> row.format().isEmpty() ? "strings" : row.format() + " strings";
            case INTEGER -> "integers";
            case NUMBER -> "numbers";
            case BOOLEAN -> "booleans";
            case NULL -> "nulls";
            case FILE -> "files";
            case ONE_OF, ANY_OF -> "alternatives";
            case ANY -> "anything";
        };
    }

    private static String word(Row row) {
        return switch (row.type()) {
            case OBJECT -> "object";
            case MAP -> "map";
            case ARRAY -> "list";
            case STRING -> row.format().isEmpty() ? "string" : row.format();
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case FILE -> "file";
            case ONE_OF -> "one of";
            case ANY_OF -> "any of";
            case ANY -> "anything";
        };
    }
}
