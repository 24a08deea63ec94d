package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the operations of one document. Used once, by one thread.
final class OperationReader {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Document document;
    private final SchemaReader schemas;
    // Answers such as errors are shared by reference; each is read once.
    private final IdentityHashMap<JsonNode, Body> read = new IdentityHashMap<>();

    private OperationReader(Document document) {
        this.document = document;
        this.schemas = new SchemaReader(document);
    }

    /// @throws MalformedDocument when a check could not honour what the document says
    static List<Operation> operations(Document document) {
        OperationReader reader = new OperationReader(document);
        List<Operation> operations = new ArrayList<>();
        document.tree().path("paths").properties().forEach(path -> {
            JsonNode item = document.follow(path.getValue());
            for (String method : METHODS) {
                if (item.has(method)) {
                    operations.add(reader.operation(method, path.getKey(), item.path(method)));
                }
            }
        });
        return operations;
    }

    private Operation operation(String method, String path, JsonNode node) {
        String id = node.path("operationId").asText();
        if (id.isEmpty()) {
            throw document.malformed("#/paths/" + path, method + " has no operationId");
        }
        Body request = node.has("requestBody") ? body(node.path("requestBody"), id + ", request") : Body.NONE;
        Map<String, Body> responses = new LinkedHashMap<>();
        node.path("responses").properties().forEach(response -> {
            Body body = body(response.getValue(), id + ", response " + response.getKey());
            if (body != Body.NONE) {
                responses.put(response.getKey(), body);
            }
        });
        return new Operation(
                id,
                method.toUpperCase(Locale.ROOT),
                path,
                Notes.of(node),
                request,
                Collections.unmodifiableMap(responses));
    }

    private Body body(JsonNode content, String place) {
        JsonNode media = json(document.follow(content).path("content"));
        return media.has("schema") ? read.computeIfAbsent(media, _ -> read(media, place)) : Body.NONE;
    }

    private Body read(JsonNode media, String place) {
        Schema schema = schemas.read(media.path("schema"), "#" + place);
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        if (media.has("example")) {
            examples.put("example", media.path("example"));
        }
        media.path("examples")
                .properties()
                .forEach(example -> examples.put(
                        example.getKey(), document.follow(example.getValue()).path("value")));
        return new Body(schema, schemas.links(), Collections.unmodifiableMap(examples));
    }

    private static JsonNode json(JsonNode content) {
        JsonNode plain = content.path("application/json");
        return plain.isMissingNode() ? content.path("application/problem+json") : plain;
    }
}
