package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Row.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Takes secrets out of what is kept or shown: values whose row is marked secret, values of members that are called
/// as secrets are, and every occurrence of values that are known to be secret. Pure.
public final class Masking {
    /// What stands where a secret was.
    public static final String MASK = "***";

    private static final int SHORTEST_LITERAL = 4; // characters; a shorter one would mask half of every text
    private static final int DEEPEST = 200;

    private final RowTree tree;
    private final Collection<String> literals;

    private Masking(RowTree tree, Collection<String> literals) {
        this.tree = tree;
        this.literals = literals;
    }

    /// A copy of `json` without its secrets. Null, true and false stay as they are: they give nothing away.
    ///
    /// @param rows of the body; may be empty, then names alone tell
    /// @param literals values that are secret wherever they stand, such as what was injected
    public static JsonNode json(JsonNode json, List<Row> rows, Collection<String> literals) {
        Masking masking = new Masking(RowTree.of(rows), literals);
        return masking.masked(json, rows.isEmpty() ? List.of() : List.of(0), false, 0);
    }

    /// `text` with every occurrence of a literal masked.
    public static String text(String text, Collection<String> literals) {
        String masked = text;
        for (String literal : literals) {
            if (literal.length() >= SHORTEST_LITERAL) {
                masked = masked.replace(literal, MASK);
            }
        }
        return masked;
    }

    /// Whether the values of a header, parameter or member of this name are secret by what it is called.
    public static boolean isSecretName(String name) {
        return SecretNames.holdsSecrets(name, false);
    }

    /// @param candidates the rows that `json` may be described by: more than one where there are alternatives
    private JsonNode masked(JsonNode json, List<Integer> candidates, boolean secret, int depth) {
        if (depth > DEEPEST) {
            return TextNode.valueOf(MASK);
        }
        List<Integer> rows = withAlternatives(candidates);
        boolean hidden = secret || rows.stream().anyMatch(row -> tree.row(row).secret());
        return switch (json.getNodeType()) {
            case OBJECT -> object(json, rows, hidden, depth);
            case ARRAY -> array(json, rows, hidden, depth);
            case STRING -> hidden ? TextNode.valueOf(MASK) : text(json);
            case NUMBER -> hidden || literals.contains(json.asText()) ? TextNode.valueOf(MASK) : json;
            case BOOLEAN, NULL, MISSING, BINARY, POJO -> json;
        };
    }

    private JsonNode text(JsonNode json) {
        String masked = text(json.textValue(), literals);
        return masked.equals(json.textValue()) ? json : TextNode.valueOf(masked);
    }

    private ObjectNode object(JsonNode json, List<Integer> rows, boolean hidden, int depth) {
        ObjectNode copy = Json.object();
        json.properties().forEach(member -> {
            String name = member.getKey();
            List<Integer> parts = rows.stream()
                    .flatMap(row -> tree.member(row, name).stream())
                    .toList();
            boolean byName = parts.isEmpty() && SecretNames.holdsSecrets(name, false);
            copy.set(text(name, literals), masked(member.getValue(), parts, hidden || byName, depth + 1));
        });
        return copy;
    }

    private ArrayNode array(JsonNode json, List<Integer> rows, boolean hidden, int depth) {
        List<Integer> items = rows.stream()
                .flatMap(row -> tree.parts(row).stream())
                .filter(part -> tree.row(part).role() == Role.ITEM)
                .toList();
        ArrayNode copy = Json.array();
        json.forEach(element -> copy.add(masked(element, items, hidden, depth + 1)));
        return copy;
    }

    private List<Integer> withAlternatives(List<Integer> candidates) {
        List<Integer> all = new ArrayList<>(candidates);
        for (int i = 0; i < all.size() && all.size() < 1_000; i++) {
            for (int part : tree.parts(all.get(i))) {
                if (tree.row(part).role() == Role.ALTERNATIVE && !all.contains(part)) {
                    all.add(part);
                }
            }
        }
        return all;
    }
}
