package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// TypeScript with the generated SDK. It goes through the gateway; `GANGWAY_TOKEN` is read by the package itself.
final class SdkWriter {
    private static final String USUAL_URL = "http://localhost:8700"; // what the package takes when nothing is said

    private static final Notation NOTATION = new Notation(
            FetchWriter.NOTATION.indent(),
            FetchWriter.NOTATION.object(),
            FetchWriter.NOTATION.close(),
            FetchWriter.NOTATION.empty(),
            true,
            FetchWriter.NOTATION.name(),
            FetchWriter.NOTATION.text(),
            number -> Value.exceedsDouble(new Value.Digits(number)) ? "exact('" + number + "')" : number,
            name -> "process.env." + name + "!",
            "true",
            "false",
            "null");

    private SdkWriter() {}

    static String write(SnippetCall call, Via.Gateway gateway) {
        List<String> given = new ArrayList<>();
        parameters(call).ifPresent(given::add);
        body(call).ifPresent(given::add);
        String method = SdkNames.instance(call.provider()) + "." + SdkNames.method(call.operation());
        String arguments = String.join(", ", given);
        StringBuilder out = new StringBuilder("import " + SdkNames.instance(call.provider()));
        out.append(arguments.contains("exact('") ? ", { exact }" : "");
        out.append(" from " + Quote.javascript(SdkNames.packageName(call.provider())) + ";\n");
        if (arguments.contains("await readFile(")) {
            out.append("import { readFile } from 'node:fs/promises';\n");
        }
        if (Downloads.file(call.operation()) != null) {
            out.append("import { writeFile } from 'node:fs/promises';\n");
        }
        given.add(options(call, gateway));
        out.append("\nconst answer = await " + method + "(" + String.join(", ", given) + ");\n");
        String file = Downloads.file(call.operation());
        out.append(
                file == null
                        ? "console.log(JSON.stringify(answer, null, 2));\n"
                        : "await writeFile('" + file + "', answer);\n");
        return out.toString();
    }

    private static String options(SnippetCall call, Via.Gateway gateway) {
        SequencedMap<String, Value> options = new LinkedHashMap<>();
        if (!gateway.url().equals(USUAL_URL)) {
            options.put("url", new Value.Word(gateway.url()));
        }
        options.put("connection", new Value.Word(gateway.connection()));
        SequencedMap<String, Value> headers = headers(call);
        if (headers.isEmpty()) {
            return options.entrySet().stream()
                    .map(option -> option.getKey() + ": " + Literals.print(option.getValue(), NOTATION, ""))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        options.put("headers", new Value.Members(headers));
        return Literals.print(new Value.Members(options), NOTATION, "");
    }

    private static SequencedMap<String, Value> headers(SnippetCall call) {
        SequencedMap<String, Value> headers = new LinkedHashMap<>();
        for (Parameter parameter : SdkNames.headers(call.operation(), call.schemes())) {
            JsonNode given = call.parameters().get(new At(parameter.place(), parameter.name()));
            if (given != null && !given.isNull()) {
                Value value = new Masks(parameter.rows(), new Variables(call.provider())).read(given);
                Text text = Composer.inOneLine(Styles.plain(parameter, value));
                headers.put(
                        parameter.name(),
                        new Value.Code(FetchWriter.expression(text) + (FetchWriter.isVariable(text) ? "!" : "")));
            }
        }
        return headers;
    }

    private static Optional<String> parameters(SnippetCall call) {
        List<SdkNames.Argument> arguments = SdkNames.arguments(call.operation(), call.schemes());
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        for (SdkNames.Argument argument : arguments) {
            At at = new At(argument.parameter().place(), argument.parameter().name());
            JsonNode value = call.parameters().get(at);
            if (value != null && !value.isNull()) {
                values.put(
                        argument.name(),
                        new Masks(argument.parameter().rows(), new Variables(call.provider())).read(value));
            }
        }
        return Optional.of(Literals.print(new Value.Members(values), NOTATION, ""));
    }

    /// The body; a placeholder for it where a method takes one and none was filled in.
    private static Optional<String> body(SnippetCall call) {
        Optional<Media> media = Composer.media(call);
        JsonNode body = call.body();
        if (media.isEmpty()) {
            return Optional.empty();
        }
        if (body == null || body.isNull()) {
            return Optional.of("undefined");
        }
        if (Payloads.isFile(media.get())) {
            return Optional.of("await readFile(" + Quote.javascript(body.asText()) + ")");
        }
        Value value = new Masks(media.get().rows(), new Variables(call.provider())).read(body);
        return Optional.of(Literals.print(prepared(value, media.get(), call), NOTATION, ""));
    }

    /// Without the credentials, and with files read.
    private static Value prepared(Value value, Media media, SnippetCall call) {
        if (!(value instanceof Value.Members(var members))) {
            return value;
        }
        Set<String> hidden = SdkNames.credentials(media, call.schemes());
        SequencedMap<String, Value> all = new LinkedHashMap<>();
        for (Map.Entry<String, Value> member : members.entrySet()) {
            if (!hidden.contains(member.getKey())) {
                all.put(member.getKey(), withFiles(member.getKey(), member.getValue(), media));
            }
        }
        return new Value.Members(all);
    }

    private static Value withFiles(String path, Value value, Media media) {
        if (value instanceof Value.Items(var items)) {
            return new Value.Items(items.stream()
                    .map(item -> withFiles(path + "[]", item, media))
                    .toList());
        }
        boolean file = value instanceof Value.Word
                && media.rows().stream()
                        .anyMatch(
                                row -> row.type() == Row.Type.FILE && row.path().equals(path));
        if (!file) {
            return value;
        }
        String at = ((Value.Word) value).text();
        String name = new HttpCall.Part.Attachment(path, at).file();
        return new Value.Code(
                "new File([await readFile(" + Quote.javascript(at) + ")], " + Quote.javascript(name) + ")");
    }
}
