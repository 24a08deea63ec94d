package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.TreeSet;

/// Rules about the shape of one object of a definition.
final class Shapes {
    private Shapes() {}

    static void known(JsonNode object, String pointer, Collection<String> names, Flaws flaws) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                flaws.add(
                        Pointers.child(pointer, name),
                        "Unknown or unsupported: " + name + "; here may be " + String.join(", ", new TreeSet<>(names))
                                + ".");
            }
        });
    }

    /// Whether `node` is an object; a flaw when it is not.
    static boolean object(JsonNode node, String pointer, Flaws flaws) {
        if (!node.isObject()) {
            flaws.add(pointer, "Here must be an object.");
        }
        return node.isObject();
    }

    /// A duration, or an expression that yields one.
    static void span(JsonNode node, String pointer, Flaws flaws) {
        if (!Expressions.isExpression(node)) {
            try {
                Spans.of(node);
            } catch (IllegalArgumentException misfit) {
                flaws.add(pointer, String.valueOf(misfit.getMessage()));
            }
        }
    }
}
