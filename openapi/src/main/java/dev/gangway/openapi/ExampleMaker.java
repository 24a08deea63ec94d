package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Row.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts bodies together from rows: as little as is accepted, what a first request would say, and everything. The
/// document's own example of a value goes first, if it is one.
final class ExampleMaker {
    private static final int DEEPEST = 12; // levels of a made-up body
    private static final int MOST_ELEMENTS = 20;
    private static final int MOST_VALUES = 5_000; // lists in lists would multiply
    private static final int FEW = 12; // members of an object of which a first request names all

    private final RowTree tree;
    private final Extent extent;
    private int made; // values so far

    private ExampleMaker(List<Row> rows, Extent extent) {
        this.tree = RowTree.of(rows);
        this.extent = extent;
    }

    /// How much a body says.
    enum Extent {
        MINIMAL,
        REALISTIC,
        FULL
    }

    /// A body of this extent; empty when there are no rows to make it of.
    static Optional<JsonNode> make(List<Row> rows, Extent extent) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new ExampleMaker(rows, extent).value(0, 0));
    }

    private JsonNode value(int index, int depth) {
        Row row = tree.row(index);
        if (++made > MOST_VALUES && isContainer(row)) {
            return row.type() == Row.Type.ARRAY ? Json.array() : Json.object();
        }
        JsonNode example = row.example();
        if (example != null && isWhole(index, example)) {
            return example;
        }
        if (row.nullable() && (depth > DEEPEST || (extent == Extent.MINIMAL && isContainer(row)))) {
            return NullNode.instance;
        }
        return switch (row.type()) {
            case OBJECT -> object(index, depth);
            case MAP -> map(index, depth);
            case ARRAY -> array(index, depth);
            case ONE_OF, ANY_OF -> alternative(index, depth);
            case STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ANY -> SampleValues.of(row, name(index));
        };
    }

    private static boolean isContainer(Row row) {
        return switch (row.type()) {
            case OBJECT, MAP, ARRAY, ONE_OF, ANY_OF -> true;
            case STRING, INTEGER, NUMBER, BOOLEAN, NULL, FILE, ANY -> false;
        };
    }

    /// Whether the document's example is a value of the row and says no credential: those are filled in elsewhere.
    private boolean isWhole(int index, JsonNode example) {
        boolean isLeaf = !isContainer(tree.row(index));
        return (isLeaf || extent != Extent.MINIMAL)
                && RowCheck.value(tree, index, example).isEmpty()
                && !hasCredential(index, example);
    }

    private boolean hasCredential(int index, JsonNode example) {
        return tree.parts(index).stream()
                .map(tree::row)
                .anyMatch(part -> !part.credential().isEmpty() && example.has(part.name()));
    }

    private ObjectNode object(int index, int depth) {
        ObjectNode object = Json.object();
        List<Integer> members = tree.parts(index).stream()
                .filter(part -> tree.row(part).role() == Role.MEMBER)
                .toList();
        boolean few = members.size() <= FEW;
        for (int part : members) {
            Row member = tree.row(part);
            if (isSaid(member, part, few, depth)) {
                object.set(member.name(), value(part, depth + 1));
            }
        }
        fill(object, index, depth);
        return object;
    }

    /// Makes a member of names that are data, where so many members are asked for.
    private void fill(ObjectNode object, int index, int depth) {
        BigDecimal least = tree.row(index).limits().least();
        Optional<Integer> anyName = tree.parts(index).stream()
                .filter(part -> tree.row(part).role() == Role.MAP_VALUE)
                .findFirst();
        int wanted = least == null ? 0 : Math.min(MOST_ELEMENTS, least.intValue());
        for (int number = 1; anyName.isPresent() && object.size() < wanted; number++) {
            object.set("key" + number, value(anyName.get(), depth + 1));
        }
    }

    private boolean isSaid(Row member, int index, boolean few, int depth) {
        if (!member.credential().isEmpty() || member.readOnly()) {
            return false;
        }
        if (member.requiredIfParent()) {
            return true;
        }
        if (depth > DEEPEST || member.repeats() >= 0 || leadsToSelf(index)) {
            return false;
        }
        return switch (extent) {
            case MINIMAL -> false;
            case REALISTIC ->
                !member.deprecated() && depth < 3 && (few || member.example() != null) && !isContainer(member);
            case FULL -> true;
        };
    }

    /// Whether an element or map value inside is a row that it is part of: a list of itself is left empty.
    private boolean leadsToSelf(int index) {
        return tree.parts(index).stream()
                .map(tree::row)
                .anyMatch(part -> part.repeats() >= 0 && part.role() != Role.MEMBER);
    }

    private ObjectNode map(int index, int depth) {
        ObjectNode object = Json.object();
        if (extent == Extent.FULL && depth <= DEEPEST) {
            for (int part : tree.parts(index)) {
                if (tree.row(part).repeats() < 0) {
                    object.set("key", value(part, depth + 1));
                }
            }
        }
        fill(object, index, depth);
        return object;
    }

    private ArrayNode array(int index, int depth) {
        ArrayNode array = Json.array();
        Limits limits = tree.row(index).limits();
        int least = limits.least() == null ? 0 : limits.least().intValue();
        boolean empty = limits.most() != null && limits.most().signum() == 0;
        int wanted = empty ? 0 : Math.min(MOST_ELEMENTS, Math.max(least, extent == Extent.MINIMAL ? 0 : 1));
        for (int part : tree.parts(index)) {
            Row item = tree.row(part);
            if (depth > DEEPEST || (item.repeats() >= 0 && least == 0)) {
                return array;
            }
            Set<JsonNode> seen = new HashSet<>();
            for (int number = 0; number < wanted; number++) {
                JsonNode element = number < item.values().size() ? item.values().get(number) : value(part, depth + 1);
                if (seen.add(element) || !limits.unique()) {
                    array.add(element);
                } else {
                    array.add(SampleValues.another(item, element, number));
                }
            }
        }
        return array;
    }

    /// The first alternative that can be made whole.
    private JsonNode alternative(int index, int depth) {
        List<JsonNode> made = new ArrayList<>();
        for (int part : tree.parts(index)) {
            if (tree.row(part).repeats() < 0 && made.size() < 5) {
                JsonNode one = value(part, depth + 1);
                if (RowCheck.value(tree, index, one).isEmpty()) {
                    return one;
                }
                made.add(one);
            }
        }
        return made.isEmpty() ? Json.object() : made.getFirst();
    }

    /// The member that an element belongs to says more than `[]`.
    private String name(int index) {
        Row row = tree.row(index);
        int at = index;
        while (row.role() != Role.MEMBER && row.parent() >= 0) {
            at = row.parent();
            row = tree.row(at);
        }
        return row.name();
    }
}
