package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// A definition's text as a tree that knows where each value stands. JSON is read as the YAML that it is. Anchors
/// are refused: a place in the tree is then one place in the text, and no text is larger than it looks.
final class Source {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 60;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?([eE][-+]?[0-9]{1,2})?");

    private final ParserImpl events;
    private final Map<String, Mark> places = new HashMap<>();

    private Source(ParserImpl events) {
        this.events = events;
    }

    /// @param places where the value behind each JSON pointer begins
    record Parsed(JsonNode tree, Map<String, Mark> places) {}

    /// Ends the reading of a text that is no tree at all.
    static final class Unreadable extends RuntimeException {
        private final Flaw flaw;

        Unreadable(int line, int column, String message) {
            super(message, null, false, false);
            this.flaw = new Flaw(line, column, "", message);
        }

        Flaw flaw() {
            return flaw;
        }
    }

    /// @throws Unreadable when it is neither YAML nor JSON, breaks a limit, or uses anchors
    static Parsed parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Unreadable(
                    1, 1, "A definition has at most 1 MiB, this one has " + text.length() + " characters.");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setProcessComments(false);
        try {
            Source source = new Source(new ParserImpl(new StreamReader(text), options));
            return new Parsed(source.document(), source.places);
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            throw unreadable(mark, String.valueOf(malformed.getProblem()));
        } catch (YAMLException malformed) {
            throw new Unreadable(1, 1, "This is neither YAML nor JSON: " + malformed.getMessage());
        }
    }

    private static Unreadable unreadable(Mark mark, String problem) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new Unreadable(line, column, "This is neither YAML nor JSON: " + problem + ".");
    }

    private JsonNode document() {
        events.getEvent(); // the stream begins
        if (!events.checkEvent(ID.DocumentStart)) {
            throw new Unreadable(1, 1, "The definition is empty.");
        }
        events.getEvent();
        JsonNode tree = node(events.getEvent(), "", 0);
        events.getEvent(); // the document ends
        if (!events.checkEvent(ID.StreamEnd)) {
            throw at(events.peekEvent(), "There is a second document; a definition is one.");
        }
        return tree;
    }

    private JsonNode node(Event event, String pointer, int depth) {
        places.put(pointer, event.getStartMark());
        if (event.is(ID.Alias) || (event instanceof NodeEvent anchored && anchored.getAnchor() != null)) {
            throw at(event, "Anchors and aliases are not supported.");
        }
        if (depth > DEEPEST) {
            throw at(event, "A definition is at most " + DEEPEST + " levels deep.");
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence(pointer, depth);
            case MappingStart -> mapping(pointer, depth);
            case Alias, Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw at(event, "This is not YAML: an unexpected " + event.getEventId() + ".");
        };
    }

    private ArrayNode sequence(String pointer, int depth) {
        ArrayNode array = Json.array();
        while (!events.checkEvent(ID.SequenceEnd)) {
            array.add(node(events.getEvent(), pointer + "/" + array.size(), depth + 1));
        }
        events.getEvent();
        return array;
    }

    private ObjectNode mapping(String pointer, int depth) {
        ObjectNode object = Json.object();
        while (!events.checkEvent(ID.MappingEnd)) {
            Event key = events.getEvent();
            if (!(key instanceof ScalarEvent name)) {
                throw at(key, "A name must be a text.");
            }
            if (object.has(name.getValue())) {
                throw at(key, "The name " + name.getValue() + " is here twice.");
            }
            String place = Pointers.child(pointer, name.getValue());
            JsonNode value = node(events.getEvent(), place, depth + 1);
            places.put(place, key.getStartMark());
            object.set(name.getValue(), value);
        }
        events.getEvent();
        return object;
    }

    /// By the core schema of YAML 1.2: `yes`, dates and durations stay texts.
    private static JsonNode scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return TextNode.valueOf(text);
        }
        return switch (text) {
            case "", "~", "null" -> NullNode.instance;
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> NUMBER.matcher(text).matches() ? number(text) : TextNode.valueOf(text);
        };
    }

    private static JsonNode number(String text) {
        return text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')
                ? DecimalNode.valueOf(new BigDecimal(text))
                : whole(new BigInteger(text));
    }

    private static JsonNode whole(BigInteger number) {
        return number.bitLength() < Integer.SIZE
                ? Json.MAPPER.getNodeFactory().numberNode(number.intValueExact())
                : BigIntegerNode.valueOf(number);
    }

    private static Unreadable at(Event event, String message) {
        Mark mark = event.getStartMark();
        return new Unreadable(mark.getLine() + 1, mark.getColumn() + 1, message);
    }
}
