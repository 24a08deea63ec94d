package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.catalog.Shape.Link;
import dev.gangway.catalog.Shape.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The JSON body of a request or an answer. Immutable; threads share it.
public final class Body {
    /// The body of an operation that takes none: an object without members.
    static final Body NONE = new Body(
            new Schema(new Members("an object", List.of(), Set.of(), null, null), Notes.NONE), Map.of(), Map.of());

    private final Schema schema;
    private final Map<String, Schema> links;
    private final Map<String, JsonNode> examples;

    Body(Schema schema, Map<String, Schema> links, Map<String, JsonNode> examples) {
        this.schema = schema;
        this.links = links;
        this.examples = examples;
    }

    /// Its dotted rows, parents before children, in the document's order. Made anew by each call: nothing at the
    /// start needs them.
    public List<Field> fields() {
        return Fields.of(schema);
    }

    /// Whole bodies to show, by their name in the document, in its order; not to be changed. One that is the only
    /// one may have no name there: it is called `example`.
    public Map<String, JsonNode> examples() {
        return examples;
    }

    Schema schema() {
        return schema;
    }

    Schema linked(Link link) {
        Schema target = links.get(link.reference());
        if (target == null) {
            throw new IllegalStateException(link.reference() + " was not kept");
        }
        return target;
    }
}
