package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.workflow.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Parameters on the wire, by `style` and `explode` (OpenAPI 3.1, section 4.8.12.2). Pure.
final class ParameterText {
    private ParameterText() {}

    /// The value in a path, percent-encoded, with what the style puts before it.
    static String path(Parameter parameter, JsonNode value) throws Misfit {
        boolean explode = parameter.explode();
        String name = Queries.encoded(parameter.name());
        return switch (parameter.style()) {
            case "label" -> "." + listed(value, explode ? "." : ",", explode, Queries::encoded);
            case "matrix" -> matrix(name, value, explode);
            case "json" -> Queries.encoded(Json.text(value));
            default -> {
                String text = listed(value, ",", explode, Queries::encoded);
                if (text.isEmpty()) {
                    throw new Misfit(ErrorKind.VALIDATION, parameter.name() + " is empty, and in the path.");
                }
                yield text;
            }
        };
    }

    private static String matrix(String name, JsonNode value, boolean explode) {
        if (explode && value.isArray()) {
            StringBuilder all = new StringBuilder();
            value.forEach(one -> all.append(';').append(name).append('=').append(Queries.encoded(word(one))));
            return all.toString();
        }
        return ";" + (explode && value.isObject() ? "" : name + "=")
                + listed(value, explode && value.isObject() ? ";" : ",", explode, Queries::encoded);
    }

    /// A header's value, which is not percent-encoded.
    static String header(Parameter parameter, JsonNode value) {
        return parameter.style().equals("json")
                ? Json.text(value)
                : listed(value, ",", parameter.explode(), UnaryOperator.identity());
    }

    /// `name=value` pairs of a query, percent-encoded; none for an empty list.
    static List<String> query(Parameter parameter, JsonNode value) {
        String name = parameter.name();
        List<String> pairs = new ArrayList<>();
        if (parameter.style().equals("json")) {
            pairs.add(Queries.pair(name, Json.text(value)));
        } else if (value.isObject() && parameter.style().equals("deepObject")) {
            deep(name, value, pairs);
        } else if (value.isArray() && parameter.explode()) {
            value.forEach(one -> pairs.add(Queries.pair(name, word(one))));
        } else if (value.isObject() && parameter.explode()) {
            value.properties().forEach(one -> pairs.add(Queries.pair(one.getKey(), word(one.getValue()))));
        } else if (!value.isContainerNode() || !value.isEmpty()) {
            pairs.add(
                    Queries.encoded(name) + "=" + listed(value, separator(parameter.style()), false, Queries::encoded));
        }
        return pairs;
    }

    private static void deep(String name, JsonNode value, List<String> pairs) {
        if (value.isObject()) {
            value.properties().forEach(one -> deep(name + "[" + one.getKey() + "]", one.getValue(), pairs));
        } else if (value.isArray()) {
            value.forEach(one -> pairs.add(Queries.pair(name, word(one))));
        } else {
            pairs.add(Queries.pair(name, word(value)));
        }
    }

    private static String separator(String style) {
        return switch (style) {
            case "spaceDelimited" -> "%20";
            case "pipeDelimited" -> "%7C";
            default -> ",";
        };
    }

    private static String listed(JsonNode value, String between, boolean pairs, UnaryOperator<String> encode) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(one -> parts.add(
                            encode.apply(one.getKey()) + (pairs ? "=" : ",") + encode.apply(word(one.getValue()))));
        } else if (value.isArray()) {
            value.forEach(one -> parts.add(encode.apply(word(one))));
        } else {
            parts.add(encode.apply(word(value)));
        }
        return String.join(between, parts);
    }

    /// A value as text outside JSON; what has parts is JSON.
    static String word(JsonNode value) {
        return value.isContainerNode() || value.isNull() ? Json.text(value) : value.asText();
    }
}
