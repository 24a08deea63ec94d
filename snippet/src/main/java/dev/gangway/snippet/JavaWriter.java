package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Java 17 or newer with its own HTTP client: `java Example.java` runs it.
final class JavaWriter {
    private static final String DEEP = "                "; // of an argument's later lines

    private final Set<String> imports = new TreeSet<>(List.of(
            "java.net.URI",
            "java.net.http.HttpClient",
            "java.net.http.HttpRequest",
            "java.net.http.HttpResponse.BodyHandlers"));
    private final List<String> before = new ArrayList<>();
    private final HttpCall call;

    private JavaWriter(HttpCall call) {
        this.call = call;
    }

    static String write(HttpCall call) {
        return new JavaWriter(call).write();
    }

    private String write() {
        List<String> steps = new ArrayList<>();
        if (call.basic() != null) {
            imports.add("java.util.Base64");
            before.add("var pair = " + variable(call.basic().user()) + " + \":\" + "
                    + variable(call.basic().password()) + ";");
            steps.add(".header(\"Authorization\", \"Basic \" + Base64.getEncoder().encodeToString(pair.getBytes()))");
        }
        call.headers()
                .forEach(header ->
                        steps.add(".header(" + Quote.java(header.name()) + ", " + expression(header.value()) + ")"));
        if (call.payload() instanceof Payload.Multipart) {
            steps.add(".header(\"Content-Type\", \"multipart/form-data; boundary=\" + boundary)");
        }
        method().ifPresent(steps::add);
        String url = url(call.url());
        StringBuilder out = new StringBuilder();
        before.forEach(line -> out.append("        ").append(line).append('\n'));
        out.append("        var request = HttpRequest.newBuilder(URI.create(")
                .append(url)
                .append("))\n");
        steps.forEach(step -> out.append(DEEP).append(step).append('\n'));
        out.append(DEEP).append(".build();\n");
        if (call.download() == null) {
            out.append("        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());\n");
            out.append("        System.out.println(response.body());\n");
        } else {
            imports.add("java.nio.file.Path");
            out.append("        var file = BodyHandlers.ofFile(Path.of(\"" + call.download() + "\"));\n");
            out.append("        HttpClient.newHttpClient().send(request, file);\n");
        }
        String heads = imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        return heads + "\npublic class Example {\n    public static void main(String[] args) throws Exception {\n" + out
                + "    }\n}\n";
    }

    private Optional<String> method() {
        if (call.isPlainGet()) {
            return Optional.empty();
        }
        imports.add("java.net.http.HttpRequest.BodyPublishers");
        String publisher = publisher(call.payload());
        return Optional.of(
                switch (call.method()) {
                    case "POST", "PUT" -> "." + call.method() + "(" + publisher + ")";
                    default -> ".method(" + Quote.java(call.method()) + ", " + publisher + ")";
                });
    }

    private String publisher(Payload payload) {
        return switch (payload) {
            case Payload.None _ -> "BodyPublishers.noBody()";
            case Payload.Json(Value value) -> "BodyPublishers.ofString(" + json(value) + ")";
            case Payload.Form(List<Field> fields) -> form(fields);
            case Payload.Multipart(List<Part> parts) -> multipart(parts);
            case Payload.Content(String path) -> {
                imports.add("java.nio.file.Path");
                yield "BodyPublishers.ofFile(Path.of(" + Quote.java(path) + "))";
            }
            case Payload.Plain(Text text) -> "BodyPublishers.ofString(" + expression(text) + ")";
        };
    }

    private static String json(Value value) {
        if (!(value instanceof Value.Members || value instanceof Value.Items)) {
            JsonText text = JsonText.of(value);
            return Quote.java(text.text()) + replaced(text);
        }
        JsonText text = JsonText.of(value);
        String block = text.text().replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
        String margin = DEEP + "        ";
        return "\"\"\"\n" + margin + block.replace("\n", "\n" + margin) + "\"\"\"" + replaced(text);
    }

    private static String replaced(JsonText text) {
        return text.variables().stream()
                .map(name ->
                        "\n" + DEEP + "        .replace(" + Quote.java(text.token(name)) + ", " + variable(name) + ")")
                .collect(Collectors.joining());
    }

    private String form(List<Field> fields) {
        imports.add("java.net.URLEncoder");
        imports.add("java.nio.charset.StandardCharsets");
        String pairs = fields.stream()
                .map(field -> "\n" + DEEP + Quote.java(Percent.encode(field.name()) + "=") + " + URLEncoder.encode("
                        + expression(field.value()) + ", StandardCharsets.UTF_8)")
                .collect(Collectors.joining(","));
        before.add("var form = String.join(\"&\"" + (fields.isEmpty() ? "" : ",") + pairs + ");");
        return "BodyPublishers.ofString(form)";
    }

    private String multipart(List<Part> parts) {
        imports.add("java.util.UUID");
        before.add("var boundary = UUID.randomUUID().toString();");
        List<String> pieces = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Plain(String name, Text value) -> {
                    pieces.add(head(PythonWriter.disposition(name, "")));
                    pieces.add("BodyPublishers.ofString(" + expression(value) + ")");
                }
                case Part.Attachment file -> {
                    imports.add("java.nio.file.Path");
                    pieces.add(head(PythonWriter.disposition(file.name(), file.file())));
                    pieces.add("BodyPublishers.ofFile(Path.of(" + Quote.java(file.path()) + "))");
                }
            }
            pieces.add("BodyPublishers.ofString(\"\\r\\n\")");
        }
        pieces.add("BodyPublishers.ofString(\"--\" + boundary + \"--\\r\\n\")");
        before.add("var body = BodyPublishers.concat(\n" + DEEP + String.join(",\n" + DEEP, pieces) + ");");
        return "body";
    }

    private static String head(String disposition) {
        return "BodyPublishers.ofString(\"--\" + boundary + "
                + Quote.java("\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n") + ")";
    }

    private static String expression(Text text) {
        return text.expression(" + ", Quote::java, JavaWriter::variable);
    }

    private static String variable(String name) {
        return "System.getenv(\"" + name + "\")";
    }

    private String url(Text text) {
        if (text.hasVariable()) {
            imports.add("java.net.URLEncoder");
            imports.add("java.nio.charset.StandardCharsets");
        }
        return text.expression(
                " + ", Quote::java, name -> "URLEncoder.encode(" + variable(name) + ", StandardCharsets.UTF_8)");
    }
}
