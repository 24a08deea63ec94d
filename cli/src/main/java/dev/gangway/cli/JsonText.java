package dev.gangway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// JSON trees to and from text. Numbers keep every digit, members their order. Thread-safe.
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withArrayIndenter(TWO_SPACES)
            .withObjectIndenter(TWO_SPACES));

    private JsonText() {}

    static JsonNode parse(byte[] text) throws IOException {
        return MAPPER.readTree(text);
    }

    /// Indented by two spaces, without a line end after it.
    static String pretty(JsonNode tree) {
        try {
            return PRETTY.writeValueAsString(tree);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /// Sets `name` to an option's value; null, which stands for an option that was not given, changes nothing.
    static void put(ObjectNode object, String name, @Nullable Object value) {
        if (value != null) {
            object.set(name, of(value));
        }
    }

    /// An option's value as JSON: a tree as it is, a list as an array, true and false and numbers as such, anything
    /// else by its text.
    static JsonNode of(Object value) {
        return switch (value) {
            case JsonNode tree -> tree;
            case Boolean flag -> MAPPER.getNodeFactory().booleanNode(flag);
            case Integer number -> MAPPER.getNodeFactory().numberNode(number);
            case Collection<?> many -> {
                ArrayNode array = array();
                many.forEach(one -> array.add(of(one)));
                yield array;
            }
            default -> MAPPER.getNodeFactory().textNode(value.toString());
        };
    }
}
