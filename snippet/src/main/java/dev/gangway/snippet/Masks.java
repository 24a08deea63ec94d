package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a JSON value along its rows, and puts a variable in the place of each secret. Where a value may be one of
/// several
/// alternatives, one that calls it secret is enough.
final class Masks {
    private final List<Row> rows;
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Variables variables;

    Masks(List<Row> rows, Variables variables) {
        this.rows = rows;
        this.variables = variables;
        for (int index = 0; index < rows.size(); index++) {
            children.computeIfAbsent(rows.get(index).parent(), _ -> new ArrayList<>())
                    .add(index);
        }
    }

    Value read(JsonNode node) {
        return read(
                node,
                rows.isEmpty() ? Set.of() : alike(0),
                rows.isEmpty() ? "" : rows.getFirst().name(),
                false);
    }

    private Value read(JsonNode node, Set<Integer> at, String path, boolean within) {
        boolean secret = within || at.stream().anyMatch(index -> rows.get(index).secret());
        if (node.isObject()) {
            SequencedMap<String, Value> members = new LinkedHashMap<>();
            node.properties().forEach(member -> {
                String name = member.getKey();
                members.put(name, read(member.getValue(), members(at, name), path + "_" + name, secret));
            });
            return new Value.Members(members);
        }
        if (node.isArray()) {
            Set<Integer> element = below(at, Row.Role.ITEM, null);
            List<Value> items = new ArrayList<>();
            for (JsonNode item : node) {
                String step = node.size() == 1 ? path : path + "_" + (items.size() + 1);
                items.add(read(item, element, step, secret));
            }
            return new Value.Items(List.copyOf(items));
        }
        return scalar(node, secret, path);
    }

    private Value scalar(JsonNode node, boolean secret, String path) {
        if (node.isNull() || node.isMissingNode()) {
            return new Value.Constant("null");
        }
        if (secret && !node.asText().isEmpty()) {
            return new Value.Variable(variables.name(path));
        }
        if (node.isNumber()) {
            return new Value.Digits(node.isBigDecimal() ? node.decimalValue().toString() : node.asText());
        }
        return node.isBoolean() ? new Value.Constant(node.asText()) : new Value.Word(node.asText());
    }

    private Set<Integer> members(Set<Integer> at, String name) {
        Set<Integer> named = below(at, Row.Role.MEMBER, name);
        return named.isEmpty() ? below(at, Row.Role.MAP_VALUE, null) : named;
    }

    /// @param name null for any
    private Set<Integer> below(Set<Integer> at, Row.Role role, @Nullable String name) {
        Set<Integer> found = new TreeSet<>();
        for (int parent : at) {
            for (int child : children.getOrDefault(parent, List.of())) {
                Row row = rows.get(child);
                if (row.role() == role && (name == null || row.name().equals(name))) {
                    found.addAll(alike(child));
                }
            }
        }
        return found;
    }

    /// The row, its alternatives, and the row that it is again.
    private Set<Integer> alike(int start) {
        Set<Integer> all = new TreeSet<>();
        collect(start, all);
        return all;
    }

    private void collect(int index, Set<Integer> all) {
        if (!all.add(index)) {
            return;
        }
        if (rows.get(index).repeats() >= 0) {
            collect(rows.get(index).repeats(), all);
        }
        for (int child : children.getOrDefault(index, List.of())) {
            if (rows.get(child).role() == Row.Role.ALTERNATIVE) {
                collect(child, all);
            }
        }
    }
}
