package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Swagger 2.0 document as OpenAPI 3.0 says the same. What references name stays where it was, so that they still
/// lead there; parameters and answers, which look different in the two, are put down where they are used.
final class Swagger2 {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> OF_PARAMETER =
            Set.of("name", "in", "required", "description", "collectionFormat", "allowEmptyValue");
    private static final List<String> JSON_ONLY = List.of("application/json");
    private static final String MULTIPART = "multipart/form-data";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final JsonNode root;
    private final Document document;

    private Swagger2(JsonNode root, Tolerance tolerance) {
        this.root = root;
        this.document = new Document(root, tolerance);
    }

    static ObjectNode asOpenApi(JsonNode root, Tolerance tolerance) {
        return new Swagger2(root, tolerance).converted();
    }

    private ObjectNode converted() {
        ObjectNode copy = Json.object();
        root.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        copy.put("openapi", "3.0.0");
        servers(copy);
        copy.putObject("components").set("securitySchemes", root.path("securityDefinitions"));
        ObjectNode paths = copy.putObject("paths");
        root.path("paths").properties().forEach(path -> {
            String place = "#/paths/" + Document.escape(path.getKey());
            paths.set(path.getKey(), item(document.follow(path.getValue(), place), place));
        });
        return copy;
    }

    private void servers(ObjectNode copy) {
        String host = root.path("host").asText("");
        String base = root.path("basePath").asText("");
        List<String> schemes = texts(root.path("schemes"), List.of("https"));
        var servers = copy.putArray("servers");
        if (host.isEmpty()) {
            servers.addObject().put("url", base);
        } else {
            schemes.stream()
                    .filter(scheme -> scheme.equals("https") || scheme.equals("http"))
                    .forEach(scheme -> servers.addObject().put("url", scheme + "://" + host + base));
        }
    }

    private ObjectNode item(JsonNode item, String place) {
        ObjectNode converted = Json.object();
        item.properties().forEach(member -> {
            if (METHODS.contains(member.getKey()) && member.getValue().isObject()) {
                converted.set(
                        member.getKey(),
                        operation(member.getValue(), item.path("parameters"), place + "/" + member.getKey()));
            }
        });
        return converted;
    }

    private ObjectNode operation(JsonNode operation, JsonNode shared, String place) {
        ObjectNode converted = Json.object();
        operation.properties().stream()
                .filter(member -> !Set.of("parameters", "responses").contains(member.getKey()))
                .forEach(member -> converted.set(member.getKey(), member.getValue()));
        var parameters = converted.putArray("parameters");
        List<JsonNode> form = new ArrayList<>();
        List<String> consumes = texts(operation.path("consumes"), texts(root.path("consumes"), JSON_ONLY));
        for (JsonNode list : List.of(shared, operation.path("parameters"))) {
            for (JsonNode one : list) {
                JsonNode parameter = document.follow(one, place + "/parameters");
                switch (parameter.path("in").asText("")) {
                    case "body" -> converted.set("requestBody", body(parameter, consumes));
                    case "formData" -> form.add(parameter);
                    default -> parameters.add(parameter(parameter));
                }
            }
        }
        if (!form.isEmpty()) {
            converted.set("requestBody", form(form, consumes));
        }
        converted.set("responses", responses(operation, place));
        return converted;
    }

    private static ObjectNode body(JsonNode parameter, List<String> consumes) {
        ObjectNode body = Json.object();
        body.set("required", parameter.path("required"));
        body.set("content", content(consumes, parameter.path("schema")));
        return body;
    }

    private static ObjectNode content(List<String> types, JsonNode schema) {
        ObjectNode content = Json.object();
        types.forEach(type -> content.putObject(type).set("schema", schema));
        return content;
    }

    private static ObjectNode form(List<JsonNode> fields, List<String> consumes) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode members = schema.putObject("properties");
        var required = schema.putArray("required");
        boolean hasFile = false;
        for (JsonNode field : fields) {
            String name = field.path("name").asText("");
            ObjectNode member = schema(field);
            if (field.has("description")) {
                member.set("description", field.get("description"));
            }
            members.set(name, member);
            hasFile |= field.path("type").asText("").equals("file");
            if (field.path("required").asBoolean()) {
                required.add(name);
            }
        }
        String type = hasFile || consumes.contains(MULTIPART) ? MULTIPART : FORM;
        ObjectNode body = Json.object();
        body.put("required", !required.isEmpty());
        body.set("content", content(List.of(type), schema));
        return body;
    }

    private static ObjectNode parameter(JsonNode parameter) {
        ObjectNode converted = Json.object();
        for (String word : List.of("name", "in", "required", "description")) {
            if (parameter.has(word)) {
                converted.set(word, parameter.get(word));
            }
        }
        Map<String, String> styles = Map.of("ssv", "spaceDelimited", "pipes", "pipeDelimited");
        String format = parameter.path("collectionFormat").asText("csv");
        if (parameter.path("type").asText("").equals("array")
                && parameter.path("in").asText("").equals("query")) {
            converted.put("style", styles.getOrDefault(format, "form"));
            converted.put("explode", format.equals("multi"));
        }
        converted.set("schema", schema(parameter));
        return converted;
    }

    /// In Swagger 2.0 a parameter is its own schema.
    private static ObjectNode schema(JsonNode parameter) {
        ObjectNode schema = Json.object();
        parameter.properties().stream()
                .filter(member -> !OF_PARAMETER.contains(member.getKey()))
                .forEach(member -> schema.set(member.getKey(), member.getValue()));
        return schema;
    }

    private ObjectNode responses(JsonNode operation, String place) {
        List<String> produces = texts(operation.path("produces"), texts(root.path("produces"), JSON_ONLY));
        ObjectNode responses = Json.object();
        operation.path("responses").properties().forEach(entry -> {
            JsonNode response = document.follow(entry.getValue(), place + "/responses");
            ObjectNode converted = responses.putObject(entry.getKey());
            converted.set("description", response.path("description"));
            if (response.has("schema")) {
                ObjectNode content = content(produces, response.path("schema"));
                response.path("examples").properties().forEach(example -> {
                    if (content.path(example.getKey()) instanceof ObjectNode media) {
                        media.set("example", example.getValue());
                    }
                });
                converted.set("content", content);
            }
            ObjectNode headers = converted.putObject("headers");
            response.path("headers").properties().forEach(header -> {
                ObjectNode one = headers.putObject(header.getKey());
                one.set("description", header.getValue().path("description"));
                one.set("schema", schema(header.getValue()));
            });
        });
        return responses;
    }

    private static List<String> texts(JsonNode list, List<String> otherwise) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText("")));
        return texts.isEmpty() ? otherwise : texts;
    }
}
