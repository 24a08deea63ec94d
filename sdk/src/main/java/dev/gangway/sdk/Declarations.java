package dev.gangway.sdk;

import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.Place;
import dev.gangway.openapi.Row;
import dev.gangway.snippet.SdkNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The types of a package: what its methods take and answer.
final class Declarations {
    private final Edition edition;
    private final String client;
    private final TypeNames names;

    private Declarations(Edition edition) {
        this.edition = edition;
        this.client = SdkNames.type(edition.provider());
        this.names = new TypeNames(client);
    }

    /// @param runtime the types of the hand-written part
    static String text(Edition edition, List<Call> calls, String runtime) {
        return new Declarations(edition).text(calls, runtime);
    }

    private String text(List<Call> calls, String runtime) {
        StringBuilder methods = new StringBuilder();
        for (Call call : calls) {
            method(call, methods);
        }
        StringBuilder out = new StringBuilder(runtime);
        names.texts()
                .forEach((name, text) -> out.append('\n')
                        .append(
                                text.startsWith("=")
                                        ? "export type " + name + " " + text + ";\n"
                                        : "export interface " + name + " " + text + "\n"));
        out.append('\n')
                .append(Comment.block("", List.of(Comment.text(edition.title()) + ", called through the gateway.")))
                .append("export declare class " + client + " {\n")
                .append("  constructor(options?: Options);\n")
                .append("  /** The same client with other options. */\n")
                .append("  with(options: Options): " + client + ";\n")
                .append(methods)
                .append("}\n\n/** Configured by GANGWAY_URL, GANGWAY_TOKEN and GANGWAY_CONNECTION. */\n")
                .append("declare const instance: " + client + ";\nexport default instance;\n");
        return out.toString();
    }

    private void method(Call call, StringBuilder out) {
        List<String> parameters = new ArrayList<>();
        boolean bodyRequired = call.bodyRequired() && call.body().isPresent();
        if (!call.arguments().isEmpty()) {
            String type = arguments(call);
            if (call.argumentsRequired()) {
                parameters.add("parameters: " + type);
            } else {
                parameters.add(bodyRequired ? "parameters: " + type + " | undefined" : "parameters?: " + type);
            }
        }
        call.body().ifPresent(media -> parameters.add((bodyRequired ? "body: " : "body?: ") + request(call, media)));
        parameters.add((call.headersRequired() ? "options: " : "options?: ") + options(call));
        String lower = call.name().toLowerCase(Locale.ROOT);
        out.append('\n');
        out.append(Comment.block("  ", description(call)));
        out.append("  " + call.name() + "(" + String.join(", ", parameters) + "): Promise<" + answer(call) + ">;\n");
        if (!lower.equals(call.name())) {
            out.append("  /** @deprecated Another spelling of `" + call.name() + "`. */\n");
            out.append("  " + lower + ": " + client + "['" + call.name() + "'];\n");
        }
    }

    private static List<String> description(Call call) {
        String title = Comment.text(call.operation().summary());
        String summary = title.matches(".*[.!?…]") ? title : title + ".";
        String more = Comment.text(call.operation().description());
        return List.of(
                summary,
                more.equals(title) ? "" : more,
                call.operation().documentation().isEmpty()
                        ? ""
                        : "@see " + call.operation().documentation(),
                call.operation().deprecated() ? "@deprecated" : "");
    }

    private String arguments(Call call) {
        StringBuilder body = new StringBuilder("{\n");
        for (SdkNames.Argument argument : call.arguments()) {
            Row row = argument.parameter().row();
            boolean required = row.requiredIfParent() || argument.parameter().place() == Place.PATH;
            String type = new Types(argument.parameter().rows(), argument.name(), true, Set.of(), names).expression();
            body.append(Comment.block("  ", List.of(Comment.text(row.description()))));
            body.append("  " + Types.key(argument.name()) + (required ? ": " : "?: ") + type + ";\n");
        }
        return names.named(call.name() + "Parameters", body.append('}').toString());
    }

    /// The options of a call whose operation has headers of its own name them.
    private String options(Call call) {
        if (call.headers().isEmpty()) {
            return "Options";
        }
        StringBuilder body = new StringBuilder("{\n");
        for (Parameter header : call.headers()) {
            boolean required = header.row().requiredIfParent() && !header.name().equalsIgnoreCase("Idempotency-Key");
            body.append(Comment.block("  ", List.of(Comment.text(header.row().description()))));
            body.append("  " + Types.key(header.name()) + (required ? ": " : "?: ") + "string;\n");
        }
        String headers = names.named(call.name() + "Headers", body.append('}').toString());
        return call.headersRequired()
                ? "OptionsWith<" + headers + "> & { headers: " + headers + " }"
                : "OptionsWith<" + headers + ">";
    }

    private String request(Call call, Media media) {
        return switch (call.writer()) {
            case "bytes" -> "Blob | Uint8Array";
            case "text" -> "string";
            default -> new Types(media.rows(), call.name() + "Request", true, call.hidden(), names).expression();
        };
    }

    private String answer(Call call) {
        Optional<Media> media = call.answer();
        if (media.isEmpty()) {
            return call.operation().responses().stream()
                            .anyMatch(response -> response.status().startsWith("2"))
                    ? "void"
                    : "unknown";
        }
        if (call.answersBytes()) {
            return "Uint8Array";
        }
        return media.get().type().contains("json")
                ? new Types(media.get().rows(), call.name() + "Response", false, Set.of(), names).expression()
                : "string";
    }
}
