package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// YAML to a tree, event by event. What an alias stands for is the same node again, not a copy, but counts in full
/// against the limits, so a "billion laughs" is refused before it is anything. No tag makes an object of a class.
final class YamlTree {
    private static final String MERGE = "<<";

    private final ParserImpl events;
    private final TreeBuilder builder;
    private final Map<String, Anchored> anchors = new HashMap<>();

    private YamlTree(ParserImpl events, TreeBuilder builder) {
        this.events = events;
        this.builder = builder;
    }

    /// @param node null as long as it is being read
    /// @param values how many it counts for
    private record Anchored(@Nullable JsonNode node, long values) {}

    /// The first document of the text.
    static JsonNode read(String text, TreeBuilder builder) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE); // ours is in bytes
        options.setProcessComments(false);
        try {
            ParserImpl events = new ParserImpl(new StreamReader(text), options);
            events.getEvent(); // the stream begins
            if (!events.checkEvent(ID.DocumentStart)) {
                throw new Refusal("The document is empty.");
            }
            events.getEvent();
            return new YamlTree(events, builder).node(events.getEvent());
        } catch (YAMLException malformed) {
            throw new Refusal("The document is neither YAML nor JSON: " + sentence(malformed));
        }
    }

    private static String sentence(YAMLException malformed) {
        if (malformed instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark at = marked.getProblemMark();
            return "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ": "
                    + Text.line(String.valueOf(marked.getProblem()), "malformed") + ".";
        }
        return Text.line(String.valueOf(malformed.getMessage()), "malformed") + ".";
    }

    private JsonNode node(Event event) {
        if (event instanceof AliasEvent alias) {
            return alias(alias.getAnchor());
        }
        String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
        if (anchor == null) {
            return content(event);
        }
        anchors.put(anchor, new Anchored(null, 0));
        long before = builder.counted();
        JsonNode node = content(event);
        anchors.put(anchor, new Anchored(node, builder.counted() - before));
        return node;
    }

    private JsonNode alias(String name) {
        Anchored anchored = anchors.get(name);
        if (anchored == null || anchored.node() == null) {
            throw new Refusal("The alias *" + name + " stands for nothing, or for something that it is part of.");
        }
        builder.count(anchored.values());
        return anchored.node();
    }

    private JsonNode content(Event event) {
        builder.count(1);
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence();
            case MappingStart -> mapping();
            case Alias, Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new Refusal("The document is not YAML: an unexpected " + event.getEventId() + ".");
        };
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        boolean resolved = scalar.isPlain() && scalar.getImplicit().canOmitTagInPlainScalar();
        return resolved ? Scalars.plain(scalar.getValue()) : TextNode.valueOf(Text.clean(scalar.getValue()));
    }

    private ArrayNode sequence() {
        ArrayNode array = Json.array();
        while (!events.checkEvent(ID.SequenceEnd)) {
            builder.enter(array.size());
            array.add(node(events.getEvent()));
            builder.leave();
        }
        events.getEvent();
        return array;
    }

    private ObjectNode mapping() {
        ObjectNode object = Json.object();
        ObjectNode merged = Json.object();
        while (!events.checkEvent(ID.MappingEnd)) {
            Event key = events.getEvent();
            if (!(key instanceof ScalarEvent name)) {
                builder.enter("?");
                node(key);
                node(events.getEvent());
                builder.leave();
                builder.note("A name that is not a text is passed over.");
                continue;
            }
            builder.enter(name.getValue());
            JsonNode value = node(events.getEvent());
            if (name.isPlain() && name.getValue().equals(MERGE) && value.isContainerNode()) {
                merge(merged, value);
            } else {
                builder.put(object, Text.clean(name.getValue()), value);
            }
            builder.leave();
        }
        events.getEvent();
        merged.properties().stream()
                .filter(member -> !object.has(member.getKey()))
                .forEach(member -> object.set(member.getKey(), member.getValue()));
        return object;
    }

    /// `<<: *other`: the members of `other` that are not said here.
    private static void merge(ObjectNode merged, JsonNode value) {
        if (value.isArray()) {
            value.forEach(one -> merge(merged, one));
        }
        value.properties().stream()
                .filter(member -> !merged.has(member.getKey()))
                .forEach(member -> merged.set(member.getKey(), member.getValue()));
    }
}
