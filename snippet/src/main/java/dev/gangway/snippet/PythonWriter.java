package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Python 3.8 or newer with `urllib`, which every Python has: the text runs without `pip install requests`.
final class PythonWriter {
    private static final Notation NOTATION = new Notation(
            "    ",
            _ -> "{",
            "}",
            "{}",
            true,
            name -> Quote.python(name) + ": ",
            Quote::python,
            number -> number,
            PythonWriter::variable,
            "True",
            "False",
            "None");

    private final Set<String> imports = new TreeSet<>(List.of("urllib.error", "urllib.request"));
    private final List<String> before = new ArrayList<>();
    private final HttpCall call;

    private PythonWriter(HttpCall call) {
        this.call = call;
    }

    static String write(HttpCall call) {
        return new PythonWriter(call).write();
    }

    private String write() {
        List<String> arguments = new ArrayList<>();
        arguments.add(url(call.url()));
        if (!call.method().equals("GET")) {
            arguments.add("method=" + Quote.python(call.method()));
        }
        String data = data(call.payload());
        List<String> headers = headers();
        if (!headers.isEmpty()) {
            arguments.add("headers={\n        " + String.join("\n        ", headers) + "\n    }");
        }
        if (!data.isEmpty()) {
            arguments.add("data=" + data);
        }
        String request = arguments.size() == 1 && headers.isEmpty()
                ? "request = urllib.request.Request(" + arguments.getFirst() + ")\n"
                : "request = urllib.request.Request(\n    " + String.join(",\n    ", arguments) + ",\n)\n";
        String all = before.isEmpty() ? request : String.join("\n", before) + "\n\n" + request;
        String print = call.download() == null
                ? "print(response.read().decode())\n"
                : "with open('" + call.download() + "', 'wb') as file:\n    file.write(response.read())\n";
        String program = all + """
                try:
                    response = urllib.request.urlopen(request)
                except urllib.error.HTTPError as error:
                    response = error  # it carries the answer's body too
                """ + print;
        if (program.contains("os.environ[")) {
            imports.add("os");
        }
        return "import " + String.join("\nimport ", imports) + "\n\n" + program;
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        if (call.basic() != null) {
            imports.add("base64");
            before.add("pair = os.environ['" + call.basic().user() + "'] + ':' + os.environ['"
                    + call.basic().password() + "']");
            headers.add("'Authorization': 'Basic ' + base64.b64encode(pair.encode()).decode(),");
        }
        call.headers()
                .forEach(header -> headers.add(Quote.python(header.name()) + ": " + expression(header.value()) + ","));
        if (call.payload() instanceof Payload.Multipart) {
            headers.add("'Content-Type': 'multipart/form-data; boundary=' + boundary,");
        }
        return headers;
    }

    private String data(Payload payload) {
        return switch (payload) {
            case Payload.None _ -> "";
            case Payload.Json(Value value) -> json(value);
            case Payload.Form(List<Field> fields) -> {
                imports.add("urllib.parse");
                StringBuilder pairs = new StringBuilder("urllib.parse.urlencode([\n");
                fields.forEach(field -> pairs.append("        (" + Quote.python(field.name()) + ", ")
                        .append(expression(field.value()) + "),\n"));
                yield pairs + "    ]).encode()";
            }
            case Payload.Multipart(List<Part> parts) -> multipart(parts);
            case Payload.Content(String path) -> "open(" + Quote.python(path) + ", 'rb').read()";
            case Payload.Plain(Text text) -> expression(text) + ".encode()";
        };
    }

    private String json(Value value) {
        if (!value.any(inner -> Value.exceeds(inner, Integer.MAX_VALUE))) {
            imports.add("json");
            return "json.dumps(" + Literals.print(value, NOTATION, "    ") + ").encode()";
        }
        JsonText text = JsonText.of(value);
        StringBuilder data = new StringBuilder("r'''" + text.text() + "'''");
        if (text.text().contains("'''")) { // a raw text cannot escape its own end
            data = new StringBuilder(Quote.python(text.text()));
        }
        for (String name : text.variables()) {
            data.append(".replace(" + Quote.python(text.token(name)) + ", " + variable(name) + ")");
        }
        before.add("# as text: numbers with more digits than a float holds");
        before.add("body = " + data);
        return "body.encode()";
    }

    private String multipart(List<Part> parts) {
        imports.add("uuid");
        before.add("boundary = uuid.uuid4().hex");
        before.add("parts = []");
        for (Part part : parts) {
            before.add(
                    switch (part) {
                        case Part.Plain(String name, Text value) ->
                            "parts.append((" + Quote.python(disposition(name, "")) + ", " + expression(value)
                                    + ".encode()))";
                        case Part.Attachment file ->
                            "parts.append((" + Quote.python(disposition(file.name(), file.file())) + ", open("
                                    + Quote.python(file.path()) + ", 'rb').read()))";
                    });
        }
        before.add("""
                body = b''.join(
                    f'--{boundary}\\r\\nContent-Disposition: form-data; {head}\\r\\n\\r\\n'.encode() + content + b'\\r\\n'
                    for head, content in parts
                ) + f'--{boundary}--\\r\\n'.encode()""");
        return "body";
    }

    /// The name, and that of the file, as browsers write them in a part's head.
    static String disposition(String name, String file) {
        String start = "name=\"" + inHead(name) + '"';
        return file.isEmpty()
                ? start
                : start + "; filename=\"" + inHead(file) + "\"\r\nContent-Type: application/octet-stream";
    }

    private static String inHead(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String expression(Text text) {
        return text.expression(" + ", Quote::python, PythonWriter::variable);
    }

    private static String variable(String name) {
        return "os.environ['" + name + "']";
    }

    private String url(Text text) {
        if (text.hasVariable()) {
            imports.add("urllib.parse");
        }
        return text.expression(" + ", Quote::python, name -> "urllib.parse.quote(" + variable(name) + ", safe='')");
    }
}
