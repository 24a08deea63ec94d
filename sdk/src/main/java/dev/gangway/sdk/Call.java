package dev.gangway.sdk;

import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.SecurityScheme;
import dev.gangway.snippet.SdkNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An operation as a method.
///
/// @param name unique in its client, also when written in lower case
/// @param arguments the parameters that the method takes
/// @param headers those that go with its options
/// @param hidden names of the members of the body that the gateway fills in
record Call(
        String name,
        OperationModel operation,
        List<SdkNames.Argument> arguments,
        List<Parameter> headers,
        Optional<Media> body,
        Set<String> hidden) {

    static List<Call> all(Edition edition) {
        List<Call> calls = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (OperationModel operation : edition.operations().get()) {
            String name = SdkNames.method(operation);
            int number = 2;
            while (!used.add(name.toLowerCase(Locale.ROOT))) {
                name = SdkNames.method(operation) + number++;
            }
            calls.add(of(name, operation, edition.schemes()));
        }
        return List.copyOf(calls);
    }

    private static Call of(String name, OperationModel operation, List<SecurityScheme> schemes) {
        Optional<Media> body = operation.request();
        return new Call(
                name,
                operation,
                SdkNames.arguments(operation, schemes),
                SdkNames.headers(operation, schemes),
                body,
                body.map(media -> SdkNames.credentials(media, schemes)).orElse(Set.of()));
    }

    /// How the body is written: `json`, `form`, `multipart`, `bytes` or `text`; empty without one.
    String writer() {
        return body.map(media -> {
                    String type = media.type().toLowerCase(Locale.ROOT);
                    if (type.startsWith("multipart/")) {
                        return "multipart";
                    }
                    if (type.equals("application/x-www-form-urlencoded")) {
                        return "form";
                    }
                    if (type.contains("json")) {
                        return "json";
                    }
                    return root(media) == Row.Type.FILE ? "bytes" : root(media) == Row.Type.STRING ? "text" : "json";
                })
                .orElse("");
    }

    private static Row.Type root(Media media) {
        return media.rows().isEmpty() ? Row.Type.ANY : media.rows().getFirst().type();
    }

    /// What a success answers with.
    Optional<Media> answer() {
        return operation.responses().stream()
                .filter(response -> response.status().startsWith("2"))
                .flatMap(response -> response.content().stream().limit(1))
                .findFirst();
    }

    boolean answersBytes() {
        return answer().map(Media::type)
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> !type.contains("json")
                        && !type.startsWith("text/")
                        && !type.contains("xml")
                        && !type.contains("yaml"))
                .isPresent();
    }

    /// The header that makes repeating the operation safe; empty when it has none.
    Optional<String> idempotencyKey() {
        return headers.stream()
                .map(Parameter::name)
                .filter("Idempotency-Key"::equalsIgnoreCase)
                .findFirst();
    }

    boolean bodyRequired() {
        return operation.body() != null && operation.body().required();
    }

    /// Whether a call is nothing without a header that its options carry.
    boolean headersRequired() {
        return headers.stream()
                .anyMatch(header ->
                        header.row().requiredIfParent() && !header.name().equalsIgnoreCase("Idempotency-Key"));
    }

    boolean argumentsRequired() {
        return arguments.stream()
                .anyMatch(argument -> argument.parameter().row().requiredIfParent()
                        || argument.parameter().place() == Place.PATH);
    }
}
