package dev.gangway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Example;
import dev.gangway.openapi.Limits;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Row;
import dev.gangway.snippet.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the form in the browser is made of. Members of rows that say nothing are left out, for brevity.
final class FormModel {
    private FormModel() {}

    static ObjectNode of(OperationModel operation, List<Choice> connections) {
        ObjectNode model = Json.object()
                .put("summary", operation.summary())
                .put("method", operation.method())
                .put("path", operation.path());
        ArrayNode parameters = model.putArray("parameters");
        operation.parameters().stream()
                .filter(parameter -> parameter.row().credential().isEmpty())
                .forEach(parameter -> parameters.add(parameter(parameter)));
        ArrayNode bodies = model.putArray("bodies");
        OperationModel.RequestBody body = operation.body();
        if (body != null) {
            body.content().forEach(media -> bodies.add(media(media)));
        }
        model.put("bodyRequired", body != null && body.required());
        ArrayNode choices = model.putArray("connections");
        for (Choice choice : connections) {
            choices.addObject()
                    .put("name", choice.name())
                    .put("environment", ProviderPage.word(choice.environment()))
                    .put("server", choice.server());
        }
        model.set("secrets", SecretPaths.of(operation));
        ArrayNode languages = model.putArray("languages");
        for (Language language : Language.values()) {
            languages.addObject().put("name", word(language)).put("label", language.label());
        }
        return model;
    }

    static String word(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode parameter(Parameter parameter) {
        ObjectNode node = Json.object();
        node.put("place", parameter.place().name().toLowerCase(Locale.ROOT));
        node.put("style", parameter.style()).put("explode", parameter.explode());
        node.set("rows", rows(parameter.rows()));
        return node;
    }

    private static ObjectNode media(Media media) {
        ObjectNode node = Json.object().put("type", media.type());
        node.set("rows", rows(media.rows()));
        ArrayNode examples = node.putArray("examples");
        for (Example example : Openings.of(media)) {
            // as text: the browser's own reader would round its numbers
            examples.addObject().put("name", example.name()).put("json", Json.text(example.value()));
        }
        return node;
    }

    private static ArrayNode rows(List<Row> rows) {
        ArrayNode list = Json.array();
        for (int i = 0; i < rows.size(); i++) {
            list.add(row(rows, i));
        }
        return list;
    }

    private static ObjectNode row(List<Row> rows, int index) {
        Row row = rows.get(index);
        ObjectNode node = Json.object()
                .put("parent", row.parent())
                .put("role", lower(row.role()))
                .put("name", row.name())
                .put("type", lower(row.type()))
                .put("words", Types.words(rows, index));
        text(node, "format", row.format());
        text(node, "description", row.description());
        text(node, "credential", row.credential());
        flag(node, "required", row.role() == Row.Role.BODY ? row.required() : row.requiredIfParent());
        flag(node, "nullable", row.nullable());
        flag(node, "deprecated", row.deprecated());
        flag(node, "closed", row.closed());
        flag(node, "cut", row.cut());
        flag(node, "secret", row.secret());
        if (!row.values().isEmpty()) {
            ArrayNode values = node.putArray("values");
            row.values().forEach(value -> values.add(Json.text(value)));
        }
        limits(node, row.limits());
        json(node, "example", row.example());
        json(node, "standard", row.standard());
        if (row.repeats() >= 0) {
            node.put("repeats", row.repeats());
        }
        return node;
    }

    private static void limits(ObjectNode node, Limits limits) {
        number(node, "least", limits.least());
        number(node, "most", limits.most());
        text(node, "pattern", limits.pattern());
    }

    private static void number(ObjectNode node, String name, @Nullable BigDecimal value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void text(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void flag(ObjectNode node, String name, boolean value) {
        if (value) {
            node.put(name, true);
        }
    }

    private static void json(ObjectNode node, String name, @Nullable JsonNode value) {
        if (value != null) {
            node.put(name, Json.text(value));
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
