package dev.gangway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.Example;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Server;
import dev.gangway.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One operation, ready to show.
///
/// @param credentials how the request is authenticated, one text for each set that will do
/// @param parameters the fields of path, query, headers and cookies
/// @param request the fields of the body; empty when there is none
/// @param snippet a program that sends the example
record OperationPage(
        Provider provider,
        OperationModel operation,
        List<String> credentials,
        List<Table> parameters,
        List<Table> request,
        List<Reply> replies,
        String snippet) {

    /// @param note such as a media type
    record Table(String title, String anchor, String note, List<FieldRow> rows, List<Sample> samples) {
        long required() {
            return rows.stream().filter(FieldRow::required).count();
        }
    }

    /// @param json indented
    record Sample(String name, String json) {}

    /// @param good whether the status means success
    record Reply(String status, boolean good, String description, List<Table> bodies) {}

    static OperationPage of(Provider provider, OperationModel operation, String snippet) {
        OperationModel.RequestBody body = operation.body();
        return new OperationPage(
                provider,
                operation,
                credentials(operation),
                parameters(operation),
                body == null
                        ? List.of()
                        : body.content().stream()
                                .map(media -> table("Body", "request", media))
                                .toList(),
                operation.responses().stream().map(OperationPage::reply).toList(),
                snippet);
    }

    /// Where it is served.
    List<Server> servers() {
        return operation.servers().isEmpty() ? provider.servers() : operation.servers();
    }

    private static List<String> credentials(OperationModel operation) {
        return operation.security().stream()
                .map(set -> set.schemes().isEmpty() ? "none" : String.join(" and ", set.schemes()))
                .toList();
    }

    private static List<Table> parameters(OperationModel operation) {
        List<Table> tables = new ArrayList<>();
        for (OperationModel.Place place : OperationModel.Place.values()) {
            List<FieldRow> rows = operation.parameters().stream()
                    .filter(parameter -> parameter.place() == place)
                    .flatMap(parameter -> rows(parameter).stream())
                    .toList();
            if (!rows.isEmpty()) {
                String name = place.name().toLowerCase(Locale.ROOT);
                tables.add(new Table(title(place), name, "", rows, List.of()));
            }
        }
        return tables;
    }

    private static String title(OperationModel.Place place) {
        return switch (place) {
            case PATH -> "Path";
            case QUERY -> "Query";
            case HEADER -> "Request headers";
            case COOKIE -> "Cookies";
        };
    }

    private static List<FieldRow> rows(Parameter parameter) {
        return ParameterTable.of(parameter);
    }

    private static Reply reply(OperationModel.Response response) {
        boolean good = response.status().startsWith("2");
        return new Reply(
                response.status(),
                good,
                response.description(),
                response.content().stream()
                        .map(media -> table("Body", "response-" + response.status(), media))
                        .toList());
    }

    private static Table table(String title, String anchor, Media media) {
        return new Table(
                title,
                anchor,
                media.type(),
                FieldTable.of(media.rows(), anchor),
                media.examples().stream().map(OperationPage::sample).toList());
    }

    private static Sample sample(Example example) {
        JsonNode value = example.value();
        return new Sample(example.name(), value.isTextual() ? value.textValue() : value.toPrettyString());
    }
}
