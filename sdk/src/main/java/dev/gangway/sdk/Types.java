package dev.gangway.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows of one body as TypeScript types. Every object is an interface of its own.
final class Types {
    private static final int FEW = 3;

    private final List<Row> rows;
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Map<Integer, String> cycles = new HashMap<>();
    private final Set<Integer> again = new HashSet<>();
    private final Set<String> hidden;
    private final boolean request;
    private final String root;
    private final TypeNames names;

    /// @param root what the type of the body itself is called
    /// @param hidden members at the top that callers do not give
    Types(List<Row> rows, String root, boolean request, Set<String> hidden, TypeNames names) {
        this.rows = rows;
        this.root = root;
        this.request = request;
        this.hidden = hidden;
        this.names = names;
        for (int index = 0; index < rows.size(); index++) {
            children.computeIfAbsent(rows.get(index).parent(), _ -> new ArrayList<>())
                    .add(index);
            if (rows.get(index).repeats() >= 0) {
                again.add(rows.get(index).repeats());
            }
        }
    }

    /// The type of the whole body, as an expression.
    String expression() {
        return rows.isEmpty() ? "unknown" : type(0);
    }

    private String type(int index) {
        Row row = rows.get(index);
        String bare =
                row.repeats() >= 0 ? repeated(row.repeats()) : again.contains(index) ? cycle(index) : plain(index);
        return row.nullable() && !bare.equals("unknown") && !bare.endsWith("null") ? bare + " | null" : bare;
    }

    private String repeated(int index) {
        String name = cycles.get(index);
        return name == null ? "unknown" : name;
    }

    private String cycle(int index) {
        String name = names.reserve(wanted(index));
        cycles.put(index, name);
        Row row = rows.get(index);
        names.put(name, row.type() == Row.Type.OBJECT && !members(index).isEmpty() ? body(index) : "= " + plain(index));
        return name;
    }

    private String plain(int index) {
        Row row = rows.get(index);
        if (!row.values().isEmpty()) {
            return values(index);
        }
        return switch (row.type()) {
            case STRING -> "string";
            case INTEGER, NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case FILE -> request ? "Blob | Uint8Array" : "Uint8Array";
            case ANY -> "unknown";
            case ARRAY -> "Array<" + child(index, Row.Role.ITEM) + ">";
            case MAP -> "Record<string, " + child(index, Row.Role.MAP_VALUE) + ">";
            case OBJECT -> object(index);
            case ONE_OF, ANY_OF -> alternatives(index);
        };
    }

    /// A short list stands where it is used; a long one is a type of its own.
    private String values(int index) {
        List<String> values =
                rows.get(index).values().stream().map(Types::literal).distinct().toList();
        return values.size() <= FEW
                ? String.join(" | ", values)
                : names.named(wanted(index), "=\n  | " + String.join("\n  | ", values));
    }

    private String object(int index) {
        if (members(index).isEmpty()) {
            return "Record<string, unknown>";
        }
        return names.named(wanted(index), body(index));
    }

    private String alternatives(int index) {
        String either = at(index).stream()
                .filter(child -> rows.get(child).role() == Row.Role.ALTERNATIVE)
                .map(this::type)
                .distinct()
                .collect(Collectors.joining(" | "));
        String union = either.isEmpty() ? "unknown" : either;
        return members(index).isEmpty() ? union : "(" + union + ") & " + object(index);
    }

    private String child(int index, Row.Role role) {
        return at(index).stream()
                .filter(child -> rows.get(child).role() == role)
                .findFirst()
                .map(this::type)
                .orElse("unknown");
    }

    private List<Integer> at(int index) {
        return children.getOrDefault(index, List.of());
    }

    private List<Integer> members(int index) {
        return at(index).stream()
                .filter(child -> rows.get(child).role() == Row.Role.MEMBER)
                .filter(child -> !(index == 0 && hidden.contains(rows.get(child).name())))
                .filter(child ->
                        request ? !rows.get(child).readOnly() : !rows.get(child).writeOnly())
                .toList();
    }

    private String body(int index) {
        StringBuilder body = new StringBuilder("{\n");
        Set<String> seen = new HashSet<>();
        for (int child : members(index)) {
            Row row = rows.get(child);
            if (seen.add(row.name())) {
                String type = type(child);
                body.append(Comment.block(
                        "  ", List.of(Comment.text(row.description()), row.deprecated() ? "@deprecated" : "")));
                body.append("  ").append(key(row.name())).append(row.requiredIfParent() ? ": " : "?: ");
                body.append(type).append(";\n");
            }
        }
        return body.append('}').toString();
    }

    /// What people call the object: the body by the operation, others by the member that holds them.
    private String wanted(int index) {
        Row row = rows.get(index);
        return switch (row.role()) {
            case BODY -> root;
            case MEMBER -> row.name();
            case ALTERNATIVE -> row.name().isEmpty() ? wanted(row.parent()) : row.name();
            case ITEM -> TypeNames.singular(wanted(row.parent()));
            case MAP_VALUE -> wanted(row.parent());
        };
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? text(value.asText()) : value.isValueNode() ? Json.text(value) : "unknown";
    }

    static String key(String name) {
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : text(name);
    }

    /// JSON's escapes are those of TypeScript too, but for two line separators.
    static String text(String text) {
        return Json.text(text).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
