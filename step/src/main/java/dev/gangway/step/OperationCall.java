package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.RawExchange.Header;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.RowCheck;
import dev.gangway.openapi.RowFindings;
import dev.gangway.workflow.ErrorKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a request out of the arguments of a `call: openapi`: `{provider, operation, parameters, connection}`. Each
/// parameter goes where the operation has it; `body` is the body. What the operation would refuse is not sent.
final class OperationCall {
    private static final String BODY = "body";
    private static final Set<Row.Type> SCALARS =
            EnumSet.of(Row.Type.STRING, Row.Type.NUMBER, Row.Type.INTEGER, Row.Type.BOOLEAN);

    private final OperationModel operation;
    private final JsonNode parameters;
    private final KeyHeader key;

    private OperationCall(OperationModel operation, JsonNode parameters, KeyHeader key) {
        this.operation = operation;
        this.parameters = parameters;
        this.key = key;
    }

    static Prepared prepare(JsonNode arguments, OperationModel operation, KeyHeader key) throws Misfit {
        OperationCall call = new OperationCall(operation, arguments.path("parameters"), key);
        call.refuseUnknown();
        call.refuseMisfits();
        return call.prepared(arguments.path("connection").asText());
    }

    private void refuseUnknown() throws Misfit {
        Set<String> known = new HashSet<>();
        operation.parameters().forEach(parameter -> known.add(parameter.name()));
        if (operation.body() != null) {
            known.add(BODY);
        }
        for (var given : parameters.properties()) {
            if (!known.contains(given.getKey())) {
                throw new Misfit(ErrorKind.VALIDATION, operation.id() + " has no parameter " + given.getKey() + ".");
            }
        }
    }

    private void refuseMisfits() throws Misfit {
        List<String> wrong = new ArrayList<>();
        note(RowCheck.parameters(operation.parameters(), this::text), wrong);
        JsonNode body = parameters.path(BODY);
        Optional<OperationModel.Media> media = operation.request();
        if (media.isPresent() && !body.isMissingNode()) {
            note(RowCheck.body(media.get().rows(), body), wrong);
        } else if (operation.body() != null && operation.body().required()) {
            wrong.add("body is missing");
        }
        if (!wrong.isEmpty()) {
            throw new Misfit(ErrorKind.VALIDATION, operation.id() + ": " + String.join("; ", wrong) + ".");
        }
    }

    private static void note(RowFindings findings, List<String> wrong) {
        findings.unknown().forEach(field -> wrong.add(field + " is not known"));
        findings.missing().forEach(field -> wrong.add(field + " is missing"));
        findings.invalid().forEach(invalid -> wrong.add(invalid.sentence()));
    }

    /// As it will be sent, before it is encoded; null when it is not given.
    private @Nullable String text(Parameter parameter) {
        JsonNode value = parameters.path(parameter.name());
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isContainerNode() ? Json.text(value) : value.asText();
    }

    private Prepared prepared(String connection) throws Misfit {
        List<Header> headers = new ArrayList<>();
        List<String> query = new ArrayList<>();
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = parameters.path(parameter.name());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (value.isContainerNode()
                    && SCALARS.contains(parameter.rows().getFirst().type())) {
                Queries.scalar(value, parameter.name());
            }
            switch (parameter.place()) {
                case PATH -> path = path.replace("{" + parameter.name() + "}", ParameterText.path(parameter, value));
                case QUERY -> query.addAll(ParameterText.query(parameter, value));
                case HEADER -> headers.add(new Header(parameter.name(), ParameterText.header(parameter, value)));
                case COOKIE ->
                    throw new Misfit(ErrorKind.VALIDATION, parameter.name() + " is a cookie; a step sends none.");
            }
        }
        Optional<Content> content = content();
        content.ifPresent(body -> headers.add(new Header("Content-Type", body.type())));
        return new Prepared(
                connection,
                operation.method(),
                path,
                String.join("&", query),
                headers,
                content.map(Content::bytes).orElse(new byte[0]),
                key,
                key.known() || takesKey());
    }

    private Optional<Content> content() {
        JsonNode body = parameters.path(BODY);
        return body.isMissingNode() ? Optional.empty() : operation.request().map(media -> Content.of(media, body));
    }

    private boolean takesKey() {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.place() == Place.HEADER && key.is(parameter.name()));
    }
}
