package dev.gangway.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.HtmlText;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Row;
import java.util.List;
import java.util.Locale;

/// An operation in few words: what a model needs to call it, and nothing else.
final class Described {
    private static final int MOST_FIELDS = 300;
    private static final int LONGEST = 300; // characters of a description

    private Described() {}

    static ObjectNode operation(String provider, OperationModel operation) {
        ObjectNode json = Json.object()
                .put("provider", provider)
                .put("operation", operation.id())
                .put("method", operation.method())
                .put("path", operation.path())
                .put("summary", operation.summary());
        text(json, "description", HtmlText.of(operation.description()));
        ArrayNode parameters = json.putArray("parameters");
        for (Parameter parameter : operation.parameters()) {
            if (parameter.row().credential().isEmpty()) {
                field(parameters.addObject(), parameter.name(), parameter.row())
                        .put("in", parameter.place().name().toLowerCase(Locale.ROOT));
            }
        }
        operation.request().ifPresent(media -> body(json, operation, media));
        ArrayNode answers = json.putArray("answers");
        operation
                .responses()
                .forEach(response -> text(
                        answers.addObject().put("status", response.status()),
                        "description",
                        HtmlText.of(response.description())));
        if (!operation.errors().isEmpty()) {
            ArrayNode errors = json.putArray("errors");
            operation.errors().forEach(errors::add);
        }
        return json;
    }

    private static void body(ObjectNode json, OperationModel operation, Media media) {
        ObjectNode body = json.putObject("body")
                .put("required", operation.body() != null && operation.body().required())
                .put("type", media.type());
        ArrayNode fields = body.putArray("fields");
        List<Row> rows = media.rows().stream()
                .skip(1)
                .filter(row -> row.credential().isEmpty() && !row.readOnly())
                .toList();
        rows.stream().limit(MOST_FIELDS).forEach(row -> field(fields.addObject(), row.path(), row));
        if (rows.size() > MOST_FIELDS) {
            body.put("left_out", rows.size() - MOST_FIELDS);
        }
        media.examples().stream()
                .filter(example -> example.name().equals("realistic"))
                .findFirst()
                .ifPresent(example -> body.set("example", example.value()));
    }

    private static ObjectNode field(ObjectNode json, String name, Row row) {
        json.put("name", name).put("type", row.type().name().toLowerCase(Locale.ROOT));
        text(json, "format", row.format());
        if (row.required() || row.requiredIfParent()) {
            json.put("required", true);
        }
        if (!row.values().isEmpty()) {
            ArrayNode values = json.putArray("values");
            row.values().forEach(values::add);
        }
        text(json, "description", HtmlText.of(row.description()));
        return json;
    }

    private static void text(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
        }
    }
}
