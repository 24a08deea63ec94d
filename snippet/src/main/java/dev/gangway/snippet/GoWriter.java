package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Go with `net/http`, as gofmt formats it.
final class GoWriter {
    private final Set<String> imports = new TreeSet<>(Set.of("net/http"));
    private final StringBuilder out = new StringBuilder();
    private final HttpCall call;

    private GoWriter(HttpCall call) {
        this.call = call;
    }

    static String write(HttpCall call) {
        return new GoWriter(call).write();
    }

    private String write() {
        String body = body(call.payload());
        String url = call.url().expression("+", Quote::go, name -> escaped(name));
        out.append("\trequest, err := http.NewRequest(" + Quote.go(call.method()) + ", " + url + ", " + body + ")\n");
        check();
        if (call.basic() != null) {
            out.append("\trequest.SetBasicAuth(" + variable(call.basic().user()) + ", "
                    + variable(call.basic().password()) + ")\n");
        }
        call.headers()
                .forEach(header -> out.append(
                        "\trequest.Header.Set(" + Quote.go(header.name()) + ", " + expression(header.value()) + ")\n"));
        if (call.payload() instanceof Payload.Multipart) {
            out.append("\trequest.Header.Set(\"Content-Type\", form.FormDataContentType())\n");
        }
        out.append("\tresponse, err := http.DefaultClient.Do(request)\n");
        check();
        out.append("\tdefer response.Body.Close()\n\tanswer, err := io.ReadAll(response.Body)\n");
        check();
        imports.add("io");
        if (call.download() == null) {
            imports.add("fmt");
            out.append("\tfmt.Println(string(answer))\n");
        } else {
            imports.add("os");
            out.append("\tif err := os.WriteFile(\"" + call.download() + "\", answer, 0o600); err != nil {\n");
            out.append("\t\tpanic(err)\n\t}\n");
        }
        String heads = imports.stream().map(name -> "\t\"" + name + "\"\n").collect(Collectors.joining());
        return "package main\n\nimport (\n" + heads + ")\n\nfunc main() {\n" + out + "}\n";
    }

    private void check() {
        out.append("\tif err != nil {\n\t\tpanic(err)\n\t}\n");
    }

    private String body(Payload payload) {
        return switch (payload) {
            case Payload.None _ -> "nil";
            case Payload.Json(Value value) -> reader(json(value));
            case Payload.Form(List<Field> fields) -> {
                imports.add("net/url");
                out.append("\tform := url.Values{}\n");
                fields.forEach(field ->
                        out.append("\tform.Add(" + Quote.go(field.name()) + ", " + expression(field.value()) + ")\n"));
                yield reader("form.Encode()");
            }
            case Payload.Multipart(List<Part> parts) -> multipart(parts);
            case Payload.Content(String path) -> {
                imports.add("os");
                out.append("\tfile, err := os.Open(" + Quote.go(path) + ")\n");
                check();
                out.append("\tdefer file.Close()\n");
                yield "file";
            }
            case Payload.Plain(Text text) -> reader(expression(text));
        };
    }

    private String reader(String text) {
        imports.add("strings");
        out.append("\tbody := strings.NewReader(" + text + ")\n");
        return "body";
    }

    private String json(Value value) {
        JsonText text = JsonText.of(value);
        String literal = "`" + text.text().replace("\n", "\n\t").replace("`", "` + \"`\" + `") + "`";
        if (text.variables().isEmpty()) {
            return literal;
        }
        imports.add("strings");
        String pairs = text.variables().stream()
                .map(name -> Quote.go(text.token(name)) + ", " + variable(name))
                .collect(Collectors.joining(", "));
        out.append("\tsecrets := strings.NewReplacer(" + pairs + ")\n");
        return "secrets.Replace(" + literal + ")";
    }

    private String multipart(List<Part> parts) {
        imports.addAll(Set.of("bytes", "mime/multipart"));
        out.append("\tvar body bytes.Buffer\n\tform := multipart.NewWriter(&body)\n");
        int files = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Plain(String name, Text value) ->
                    out.append("\tform.WriteField(" + Quote.go(name) + ", " + expression(value) + ")\n");
                case Part.Attachment file -> {
                    imports.add("os");
                    String number = ++files == 1 ? "" : String.valueOf(files);
                    out.append("\tcontent" + number + ", err := os.ReadFile(" + Quote.go(file.path()) + ")\n");
                    check();
                    out.append("\tpart" + number + ", err := form.CreateFormFile(" + Quote.go(file.name()) + ", "
                            + Quote.go(file.file()) + ")\n");
                    check();
                    out.append("\tpart" + number + ".Write(content" + number + ")\n");
                }
            }
        }
        out.append("\tform.Close()\n");
        return "&body";
    }

    private String expression(Text text) {
        boolean sole = text.parts().size() == 1;
        return text.expression(sole ? "" : "+", Quote::go, this::variable);
    }

    private String variable(String name) {
        imports.add("os");
        return "os.Getenv(\"" + name + "\")";
    }

    private String escaped(String name) {
        imports.add("net/url");
        return "url.QueryEscape(" + variable(name) + ")";
    }
}
