package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// What reading JSON and reading YAML have in common: the limits, and where in the document the reader is.
final class TreeBuilder {
    private final ReadOptions options;
    private final Tolerance tolerance;
    private final Deque<Object> steps = new ArrayDeque<>(); // names, and indices of elements
    private long nodes;

    TreeBuilder(ReadOptions options, Tolerance tolerance) {
        this.options = options;
        this.tolerance = tolerance;
    }

    /// Counts values, so that a small text cannot stand for a huge tree.
    void count(long more) {
        nodes += more;
        if (nodes > options.mostNodes()) {
            throw new Refusal("The document has more than " + options.mostNodes() + " values (aliases counted as what"
                    + " they stand for).");
        }
    }

    long counted() {
        return nodes;
    }

    /// @param step a name, or the index of an element
    void enter(Object step) {
        if (steps.size() >= options.deepest()) {
            throw new Refusal("The document is nested deeper than " + options.deepest() + " levels.");
        }
        steps.addLast(step);
    }

    void leave() {
        steps.removeLast();
    }

    void put(ObjectNode object, String name, JsonNode value) {
        if (object.replace(name, value) != null) {
            tolerance.note(pointer(), "The name \"" + name + "\" is there twice; the last one counts.");
        }
    }

    void note(String what) {
        tolerance.note(pointer(), what);
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder("#");
        for (Iterator<Object> at = steps.iterator(); at.hasNext(); ) {
            pointer.append('/').append(Document.escape(String.valueOf(at.next())));
        }
        return pointer.toString();
    }
}
