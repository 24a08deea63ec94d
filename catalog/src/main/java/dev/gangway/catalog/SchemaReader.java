package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.catalog.Merge.Merged;
import dev.gangway.catalog.Shape.Anything;
import dev.gangway.catalog.Shape.Either;
import dev.gangway.catalog.Shape.Link;
import dev.gangway.catalog.Shape.Many;
import dev.gangway.catalog.Shape.Member;
import dev.gangway.catalog.Shape.Members;
import dev.gangway.catalog.Shape.Nothing;
import dev.gangway.catalog.Shape.OrNull;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the schemas of one document, each when a body first needs it. A reference that leads back into a schema being
/// read becomes a [Link]. What a check could not honour stops the reading: a misspelt or unsupported keyword must not
/// pass for no rule at all. For one thread.
final class SchemaReader {
    private final Document document;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> cyclic = new HashSet<>();
    private final Map<String, Schema> known = new HashMap<>();
    private final Map<String, Schema> links = new HashMap<>();

    SchemaReader(Document document) {
        this.document = document;
    }

    /// What each [Link] of the schemas read so far stands for, by its reference.
    Map<String, Schema> links() {
        return Map.copyOf(links);
    }

    /// @param place a JSON pointer with `#`, for messages
    Schema read(JsonNode node, String place) {
        Keywords.requireKnown(document, node, place);
        Notes notes = Notes.of(node);
        String reference = Keywords.plainReference(node);
        if (reference != null) {
            return referred(reference).noted(notes);
        }
        if (node.has("$ref") || node.has("allOf")) {
            return merged(node, place);
        }
        if (node.has("anyOf") || node.has("oneOf")) {
            return alternatives(node, place, notes);
        }
        return new Schema(shape(node, place), notes);
    }

    private Schema referred(String reference) {
        Schema before = known.get(reference);
        if (before != null) {
            return before;
        }
        if (open.contains(reference)) {
            cyclic.add(reference);
            return new Schema(new Link(reference), Notes.of(document.at(reference)));
        }
        open.push(reference);
        Schema schema = read(document.at(reference), reference);
        open.pop();
        if (cyclic.contains(reference)) {
            if (isEndless(schema.shape())) {
                throw document.malformed(reference, "leads to itself");
            }
            links.put(reference, schema);
        }
        known.put(reference, schema);
        return schema;
    }

    private Schema merged(JsonNode node, String place) {
        Merged merged = Merge.of(document, node);
        for (String reference : merged.followed()) {
            if (open.contains(reference)) {
                throw document.malformed(place, "is part of " + reference + ", which it is put together from");
            }
            open.push(reference);
        }
        Schema schema = read(merged.schema(), place);
        merged.followed().forEach(reference -> open.pop());
        merged.followed().stream().filter(cyclic::contains).forEach(this::referred);
        return schema;
    }

    private Schema alternatives(JsonNode node, String place, Notes notes) {
        String keyword = node.has("anyOf") ? "anyOf" : "oneOf";
        if (!Keywords.saysNothingBut(node, keyword)) {
            throw document.malformed(place, keyword + " beside other rules is not supported");
        }
        List<Schema> alternatives = new ArrayList<>();
        boolean orNull = false;
        for (JsonNode alternative : node.path(keyword)) {
            Schema schema = read(alternative, place + "/" + keyword);
            boolean isNull = schema.shape() instanceof Nothing;
            orNull |= isNull;
            if (!isNull) {
                alternatives.add(schema);
            }
        }
        Schema one = alternatives.size() == 1 ? alternatives.getFirst() : either(alternatives);
        return (orNull ? new Schema(new OrNull(one.shape()), one.notes()) : one).noted(notes);
    }

    private static Schema either(List<Schema> alternatives) {
        List<String> words = alternatives.stream()
                .map(one -> one.shape().mustBe())
                .distinct()
                .toList();
        return new Schema(new Either(String.join(", or ", words), List.copyOf(alternatives)), Notes.NONE);
    }

    private Shape shape(JsonNode node, String place) {
        if (Leaves.isLiteral(node)) {
            return Leaves.literal(node);
        }
        List<String> types = new ArrayList<>(Keywords.types(node));
        if (types.isEmpty()) {
            return new Anything();
        }
        boolean orNull = types.remove("null");
        if (types.isEmpty()) {
            return new Nothing("null");
        }
        List<Schema> shapes = types.stream()
                .map(type -> new Schema(shape(type, node, place), Notes.NONE))
                .toList();
        Shape shape =
                shapes.size() == 1 ? shapes.getFirst().shape() : either(shapes).shape();
        return orNull ? new OrNull(shape) : shape;
    }

    private Shape shape(String type, JsonNode node, String place) {
        return switch (type) {
            case "string" -> Leaves.text(document, node, place);
            case "integer", "number" -> Leaves.numeric(type, node);
            case "boolean" -> Leaves.truth(node);
            case "array" -> many(node, place);
            case "object" -> members(node, place);
            default -> throw document.malformed(place, "has the unknown type " + type);
        };
    }

    private Many many(JsonNode node, String place) {
        JsonNode items = node.get("items");
        Schema element = items == null ? new Schema(new Anything(), Notes.NONE) : read(items, place + "/items");
        boolean unique = node.path("uniqueItems").asBoolean();
        int least = node.path("minItems").asInt(0);
        int most = node.path("maxItems").asInt(Integer.MAX_VALUE);
        return new Many(Wording.many(node), element, least, most, unique);
    }

    private Members members(JsonNode node, String place) {
        Set<String> required = new LinkedHashSet<>();
        node.path("required").forEach(name -> required.add(name.asText()));
        List<Member> members = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        node.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            Schema schema = read(property.getValue(), place + "/properties/" + name);
            members.add(new Member(name, schema, required.remove(name), schema.isNullable()));
            names.add(name);
        });
        if (!required.isEmpty()) {
            throw document.malformed(place, "requires members that it does not have: " + required);
        }
        return new Members(
                Wording.members(node),
                List.copyOf(members),
                Set.copyOf(names),
                others(node, place),
                otherNames(node, place));
    }

    private @Nullable Schema others(JsonNode node, String place) {
        JsonNode others = node.path("additionalProperties");
        if (others.isObject()) {
            return read(others, place + "/additionalProperties");
        }
        boolean allowed =
                others.asBoolean(true) && node.path("unevaluatedProperties").asBoolean(true);
        return allowed ? new Schema(new Anything(), Notes.NONE) : null;
    }

    private Shape.@Nullable Text otherNames(JsonNode node, String place) {
        if (!node.has("propertyNames")) {
            return null;
        }
        Schema names = read(node.path("propertyNames"), place + "/propertyNames");
        if (names.shape() instanceof Shape.Text text) {
            return text;
        }
        throw document.malformed(place + "/propertyNames", "is not a string");
    }

    /// Whether checking a value against `shape` would come back to the same value and shape.
    private boolean isEndless(Shape shape) {
        return switch (shape) {
            case Link link -> cyclic.contains(link.reference());
            case OrNull orNull -> isEndless(orNull.shape());
            case Either either -> either.alternatives().stream().anyMatch(one -> isEndless(one.shape()));
            case Anything _, Shape.Leaf _, Many _, Members _ -> false;
        };
    }
}
