package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// `fetch` of Node 18 or newer, as a module; the same text is TypeScript.
final class FetchWriter {
    static final Notation NOTATION = new Notation(
            "  ",
            _ -> "{",
            "}",
            "{}",
            true,
            name -> key(name) + ": ",
            Quote::javascript,
            number -> number,
            name -> "process.env." + name,
            "true",
            "false",
            "null");

    private FetchWriter() {}

    /// `['__proto__']` is a member; `__proto__` and `'__proto__'` would be the prototype.
    static String key(String name) {
        if (name.equals("__proto__")) {
            return "['__proto__']";
        }
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : Quote.javascript(name);
    }

    static String write(HttpCall call, boolean typescript) {
        List<String> imports = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> options = new ArrayList<>();
        if (!call.method().equals("GET")) {
            options.add("method: " + Quote.javascript(call.method()) + ",");
        }
        List<String> headers = headers(call, typescript);
        if (!headers.isEmpty()) {
            options.add("headers: {\n    " + String.join("\n    ", headers) + "\n  },");
        }
        switch (call.payload()) {
            case Payload.None _ -> {}
            case Payload.Json(Value value) -> options.add("body: " + json(value) + ",");
            case Payload.Form(List<Field> fields) ->
                options.add("body: new URLSearchParams([" + pairs(fields) + "\n  ]),");
            case Payload.Multipart(List<Part> parts) -> {
                before.add("const form = new FormData();");
                parts.forEach(part -> before.add(part(part)));
                if (parts.stream().anyMatch(Part.Attachment.class::isInstance)) {
                    imports.add("readFile");
                }
                options.add("body: form,");
            }
            case Payload.Content(String path) -> {
                imports.add("readFile");
                options.add("body: await readFile(" + Quote.javascript(path) + "),");
            }
            case Payload.Plain(Text text) -> options.add("body: " + expression(text) + ",");
        }
        if (call.download() != null) {
            imports.add("writeFile");
        }
        StringBuilder out = new StringBuilder();
        if (!imports.isEmpty()) {
            out.append("import { ").append(String.join(", ", imports)).append(" } from 'node:fs/promises';\n\n");
        }
        before.forEach(line -> out.append(line).append('\n'));
        out.append(before.isEmpty() ? "" : "\n");
        out.append("const response = await fetch(").append(url(call.url(), typescript));
        if (!options.isEmpty()) {
            out.append(", {\n  ").append(String.join("\n  ", options)).append("\n}");
        }
        out.append(");\n");
        out.append(
                call.download() == null
                        ? "console.log(await response.text());\n"
                        : "await writeFile('" + call.download() + "', Buffer.from(await response.arrayBuffer()));\n");
        return out.toString();
    }

    private static List<String> headers(HttpCall call, boolean typescript) {
        List<String> headers = new ArrayList<>();
        if (call.basic() != null) {
            String pair = "`${process.env." + call.basic().user() + "}:${process.env."
                    + call.basic().password() + "}`";
            headers.add("Authorization: `Basic ${btoa(" + pair + ")}`,");
        }
        call.headers().stream()
                .filter(header -> !(call.payload() instanceof Payload.Form
                        && header.name().equals("Content-Type")))
                .forEach(header -> headers.add(key(header.name()) + ": "
                        + expression(header.value())
                        + (typescript && isVariable(header.value()) ? "!" : "")
                        + ","));
        return headers;
    }

    static boolean isVariable(Text text) {
        return text.parts().size() == 1 && text.hasVariable();
    }

    private static String json(Value value) {
        if (!value.any(Value::exceedsDouble)) {
            return "JSON.stringify(" + Literals.print(value, NOTATION, "  ") + ")";
        }
        // Numbers here are doubles: the body is text, so that none loses a digit.
        return "`"
                + JsonText.parts(value)
                        .joined("", FetchWriter::lines, name -> "${JSON.stringify(process.env." + name + ")}")
                + "`";
    }

    private static String lines(String text) {
        return text.lines().map(Quote::template).collect(Collectors.joining("\n")) + (text.endsWith("\n") ? "\n" : "");
    }

    private static String pairs(List<Field> fields) {
        return fields.stream()
                .map(field -> "\n    [" + Quote.javascript(field.name()) + ", " + expression(field.value()) + "],")
                .collect(Collectors.joining());
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Plain(String name, Text value) ->
                "form.append(" + Quote.javascript(name) + ", " + expression(value) + ");";
            case Part.Attachment file ->
                "form.append(" + Quote.javascript(file.name()) + ", new Blob([await readFile("
                        + Quote.javascript(file.path()) + ")]), " + Quote.javascript(file.file()) + ");";
        };
    }

    static String expression(Text text) {
        if (!text.hasVariable()) {
            return text.expression("", Quote::javascript, name -> name);
        }
        return isVariable(text)
                ? text.joined("", Quote::template, name -> "process.env." + name)
                : "`" + text.joined("", Quote::template, name -> "${process.env." + name + "}") + "`";
    }

    private static String url(Text text, boolean typescript) {
        return text.hasVariable()
                ? "`"
                        + text.joined(
                                "",
                                Quote::template,
                                name -> "${encodeURIComponent(process.env." + name + (typescript ? "!" : "") + ")}")
                        + "`"
                : text.expression("", Quote::javascript, name -> name);
    }
}
