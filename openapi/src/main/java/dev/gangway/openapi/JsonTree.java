package dev.gangway.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.util.Objects;

/// JSON to a tree, within the limits of [TreeBuilder].
final class JsonTree {
    private static final int LONGEST_TEXT = 32 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(10_000) // ours is lower, and says so in a sentence
                    .build())
            .build();

    private final JsonParser parser;
    private final TreeBuilder builder;

    private JsonTree(JsonParser parser, TreeBuilder builder) {
        this.parser = parser;
        this.builder = builder;
    }

    /// @throws NotJson when it is no JSON
    static JsonNode read(String text, TreeBuilder builder) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonTree tree = new JsonTree(parser, builder);
            JsonNode root = tree.value(Objects.requireNonNull(parser.nextToken()));
            if (parser.nextToken() != null) {
                throw new NotJson();
            }
            return root;
        } catch (StreamConstraintsException limit) {
            throw new Refusal("The document breaks a limit: " + limit.getOriginalMessage());
        } catch (IOException malformed) {
            throw new NotJson();
        }
    }

    private JsonNode value(JsonToken token) throws IOException {
        builder.count(1);
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> TextNode.valueOf(Text.clean(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalars.number(parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            default -> throw new NotJson();
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = Json.object();
        while (next() != JsonToken.END_OBJECT) {
            String name = Text.clean(parser.currentName());
            builder.enter(name);
            JsonNode value = value(next());
            builder.put(object, name, value);
            builder.leave();
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = Json.array();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            builder.enter(array.size());
            array.add(value(token));
            builder.leave();
        }
        return array;
    }

    private JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new NotJson();
        }
        return token;
    }

    /// The text begins like JSON, but is something else.
    static final class NotJson extends RuntimeException {
        NotJson() {
            super("not JSON", null, false, false);
        }
    }
}
