package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// How a call goes through the pages of a list, read from a definition that has been checked. Pure.
///
/// @param rule `{items, next, into, most}`: two expressions over an answer's body, a JSON pointer into `with`, a number
record Pages(JsonNode rule) {
    static final String PLACE = "/metadata/pages";
    static final String ENDPOINT = "/endpoint";
    static final int MOST = 1000;

    private static final int USUAL = 100;

    static Optional<Pages> of(JsonNode task) {
        JsonNode rule = task.at(PLACE);
        return rule.isObject() ? Optional.of(new Pages(rule)) : Optional.empty();
    }

    /// The most pages that are read.
    int most() {
        return rule.path("most").asInt(USUAL);
    }

    /// What a page adds to the list.
    JsonNode items(JsonNode body, Map<String, JsonNode> variables) {
        JsonNode items = Expressions.evaluate(rule.path("items"), body, variables);
        if (!items.isArray()) {
            throw new Fault(ErrorKind.VALIDATION, "The items of a page must be a list.");
        }
        return items;
    }

    /// What names the next page; empty when there is none: null, false or an empty text.
    Optional<JsonNode> next(JsonNode body, Map<String, JsonNode> variables) {
        JsonNode next = Expressions.evaluate(rule.path("next"), body, variables);
        boolean none = !Expressions.isTrue(next)
                || (next.isTextual() && next.textValue().isEmpty());
        return none ? Optional.empty() : Optional.of(next);
    }

    /// The arguments of the call for the next page. A link may be relative to the page before.
    ObjectNode turned(ObjectNode arguments, JsonNode next) {
        ObjectNode turned = arguments.deepCopy();
        String into = rule.path("into").asText();
        if (into.equals(ENDPOINT)) {
            return turned.put("url", resolved(arguments.path("url").asText(), next.asText()));
        }
        String[] names = into.substring(1).split("/", -1);
        ObjectNode place = turned;
        for (int at = 0; at < names.length - 1; at++) {
            String name = Pointers.name(names[at]);
            place = place.path(name).isObject() ? (ObjectNode) place.get(name) : place.putObject(name);
        }
        place.set(Pointers.name(names[names.length - 1]), next);
        return turned;
    }

    private static String resolved(String from, String link) {
        try {
            return URI.create(from).resolve(link).toString();
        } catch (IllegalArgumentException malformed) {
            throw new Fault(ErrorKind.VALIDATION, "The link to the next page is no URL: " + link);
        }
    }
}
