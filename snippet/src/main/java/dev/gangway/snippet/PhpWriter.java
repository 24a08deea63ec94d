package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// PHP 7.3 or newer with its curl extension.
final class PhpWriter {
    private static final Notation NOTATION = new Notation(
            "    ",
            members -> members.members().keySet().stream().anyMatch(name -> name.matches("0|-?[1-9]\\d*"))
                    ? "(object) [" // such names would become numbers, and the whole perhaps a list
                    : "[",
            "]",
            "new stdClass()",
            true,
            name -> Quote.php(name) + " => ",
            Quote::php,
            number -> number,
            PhpWriter::variable,
            "true",
            "false",
            "null");

    private PhpWriter() {}

    static String write(HttpCall call) {
        List<String> options = new ArrayList<>();
        List<String> before = new ArrayList<>();
        if (!call.method().equals("GET")) {
            options.add("CURLOPT_CUSTOMREQUEST => " + Quote.php(call.method()) + ",");
        }
        if (call.method().equals("HEAD")) {
            options.add("CURLOPT_NOBODY => true,");
        }
        if (call.basic() != null) {
            options.add("CURLOPT_USERPWD => " + variable(call.basic().user()) + " . ':' . "
                    + variable(call.basic().password()) + ",");
        }
        if (!call.headers().isEmpty()) {
            options.add("CURLOPT_HTTPHEADER => [");
            call.headers()
                    .forEach(header -> options.add(
                            "    " + expression(Text.of(header.name() + ": ").plus(header.value())) + ","));
            options.add("],");
        }
        String body = body(call.payload(), before);
        if (!body.isEmpty()) {
            options.add("CURLOPT_POSTFIELDS => " + body + ",");
        }
        options.add("CURLOPT_RETURNTRANSFER => true,");
        String url = call.url().expression(" . ", Quote::php, name -> "rawurlencode(" + variable(name) + ")");
        String start = before.isEmpty() ? "" : String.join("\n", before) + "\n\n";
        String print = call.download() == null
                ? "echo curl_exec($curl), PHP_EOL;\n"
                : "file_put_contents('" + call.download() + "', curl_exec($curl));\n";
        return "<?php\n\n" + start + "$curl = curl_init(" + url + ");\ncurl_setopt_array($curl, [\n    "
                + String.join("\n    ", options) + "\n]);\n" + print;
    }

    private static String body(Payload payload, List<String> before) {
        return switch (payload) {
            case Payload.None _ -> "";
            case Payload.Json(Value value) -> json(value, before);
            case Payload.Form(List<Field> fields) -> {
                String pairs = fields.stream()
                        .map(field -> "        " + Quote.php(Percent.encode(field.name()) + "=") + " . rawurlencode("
                                + expression(field.value()) + "),\n")
                        .collect(Collectors.joining());
                yield "implode('&', [\n" + pairs + "    ])";
            }
            case Payload.Multipart(List<Part> parts) -> {
                String lines = parts.stream()
                        .map(part -> "        " + Quote.php(part.name()) + " => " + part(part) + ",\n")
                        .collect(Collectors.joining());
                yield repeats(parts) ? numbered(parts) : "[\n" + lines + "    ]";
            }
            case Payload.Content(String path) -> "file_get_contents(" + Quote.php(path) + ")";
            case Payload.Plain(Text text) -> expression(text);
        };
    }

    private static boolean repeats(List<Part> parts) {
        return parts.stream().map(Part::name).distinct().count() < parts.size();
    }

    /// An array cannot have a key twice: repeated names become `name[0]`, `name[1]`, as PHP's own forms write them.
    private static String numbered(List<Part> parts) {
        StringBuilder lines = new StringBuilder("[\n");
        for (int index = 0; index < parts.size(); index++) {
            String name = parts.get(index).name();
            long same = parts.stream().filter(part -> part.name().equals(name)).count();
            long earlier = parts.subList(0, index).stream()
                    .filter(part -> part.name().equals(name))
                    .count();
            String key = same == 1 ? name : name + "[" + earlier + "]";
            lines.append("        " + Quote.php(key) + " => " + part(parts.get(index)) + ",\n");
        }
        return lines + "    ]";
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Plain(String _, Text value) -> expression(value);
            case Part.Attachment file ->
                "new CURLFile(" + Quote.php(file.path()) + ", 'application/octet-stream', " + Quote.php(file.file())
                        + ")";
        };
    }

    private static String json(Value value, List<String> before) {
        if (value.any(inner -> Value.exceeds(inner, Long.SIZE) || Value.hasLoneSurrogate(inner))) {
            before.add("$body = <<<'JSON'\n" + JsonText.of(value).text() + "\nJSON;");
            JsonText text = JsonText.of(value);
            if (text.variables().isEmpty()) {
                return "$body";
            }
            return "strtr($body, ["
                    + text.variables().stream()
                            .map(name -> Quote.php(text.token(name)) + " => " + variable(name))
                            .collect(Collectors.joining(", "))
                    + "])";
        }
        return "json_encode(" + Literals.print(value, NOTATION, "    ") + ", JSON_UNESCAPED_UNICODE)";
    }

    private static String expression(Text text) {
        return text.expression(" . ", Quote::php, PhpWriter::variable);
    }

    private static String variable(String name) {
        return "getenv('" + name + "')";
    }
}
