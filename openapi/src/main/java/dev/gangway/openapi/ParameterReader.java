package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.RowReader.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads parameters and headers: what the path shares, and what the operation says of its own.
final class ParameterReader {
    private static final Pattern IN_PATH = Pattern.compile("\\{([^{}/]+)}");
    private static final Set<String> SAID_ELSEWHERE = Set.of("accept", "content-type", "authorization");
    private static final Set<String> STYLES =
            Set.of("simple", "form", "deepObject", "spaceDelimited", "pipeDelimited", "label", "matrix");
    private static final int MOST = 500;

    private final Document document;
    private final RowReader rows;

    ParameterReader(Document document, RowReader rows) {
        this.document = document;
        this.rows = rows;
    }

    List<Parameter> read(String path, JsonNode item, JsonNode operation, String place) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        add(item.path("parameters"), place + "/../parameters", byName);
        add(operation.path("parameters"), place + "/parameters", byName);
        List<Parameter> list = new ArrayList<>();
        Matcher inPath = IN_PATH.matcher(path);
        while (inPath.find()) {
            String name = inPath.group(1);
            Parameter known = byName.remove(Place.PATH + " " + name);
            if (known == null) {
                document.note(place, "The path has {" + name + "}, but no such parameter is described.");
                known = parameter(
                        name, Place.PATH, Json.object().putObject("schema").put("type", "string"), place);
            }
            list.add(known);
        }
        byName.values().forEach(parameter -> {
            if (parameter.place() == Place.PATH) {
                document.note(place, "The path has no {" + parameter.name() + "}; the parameter is passed over.");
            } else {
                list.add(parameter);
            }
        });
        return List.copyOf(list);
    }

    private void add(JsonNode list, String place, Map<String, Parameter> byName) {
        int index = 0;
        for (JsonNode one : list) {
            String at = place + "/" + index++;
            JsonNode node = document.follow(one, at);
            String name = node.path("name").asText("");
            Place where = place(node.path("in").asText(""));
            if (name.isEmpty() || where == null || byName.size() >= MOST) {
                document.note(at, "The parameter has no name or no place; passed over.");
            } else if (where != Place.HEADER || !SAID_ELSEWHERE.contains(name.toLowerCase(Locale.ROOT))) {
                byName.put(where + " " + name, parameter(name, where, node, at));
            }
        }
    }

    Parameter header(String name, JsonNode node, String place) {
        return parameter(name, Place.HEADER, document.follow(node, place), place);
    }

    private Parameter parameter(String name, Place where, JsonNode node, String place) {
        JsonNode content = node.path("content");
        boolean json = !node.has("schema") && !content.isEmpty();
        JsonNode schema = json ? content.iterator().next().path("schema") : node.path("schema");
        boolean required = where == Place.PATH || node.path("required").asBoolean();
        String standard = switch (where) {
            case PATH, HEADER -> "simple";
            case QUERY, COOKIE -> "form";
        };
        String said = node.path("style").asText(standard);
        String style = json ? "json" : STYLES.contains(said) ? said : standard;
        boolean explode = node.path("explode").asBoolean(style.equals("form"));
        List<Row> list = rows.parameter(noted(schema, node), place + "/schema", Direction.REQUEST, name, required);
        return new Parameter(where, style, explode, list);
    }

    /// The schema, with what is said of the parameter itself.
    private static JsonNode noted(JsonNode schema, JsonNode parameter) {
        ObjectNode notes = Json.object();
        for (String word : List.of("description", "deprecated", "example", "x-gangway-secret")) {
            if (parameter.has(word)) {
                notes.set(word, parameter.get(word));
            }
        }
        JsonNode examples = parameter.path("examples");
        if (!notes.has("example") && !examples.isEmpty() && examples.isObject()) {
            JsonNode value = examples.iterator().next().path("value");
            if (!value.isMissingNode()) {
                notes.set("example", value);
            }
        }
        return notes.isEmpty() ? schema : Schemas.both(schema.isMissingNode() ? Json.object() : schema, notes);
    }

    private static @Nullable Place place(String in) {
        return switch (in) {
            case "path" -> Place.PATH;
            case "query" -> Place.QUERY;
            case "header" -> Place.HEADER;
            case "cookie" -> Place.COOKIE;
            default -> null;
        };
    }
}
