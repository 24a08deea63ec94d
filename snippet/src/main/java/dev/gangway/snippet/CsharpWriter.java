package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// C# 11 (.NET 7) or newer, with `HttpClient` and top-level statements.
final class CsharpWriter {
    private final List<String> lines = new ArrayList<>();
    private final HttpCall call;

    private CsharpWriter(HttpCall call) {
        this.call = call;
    }

    static String write(HttpCall call) {
        return new CsharpWriter(call).write();
    }

    private String write() {
        lines.add("using var client = new HttpClient();");
        String url =
                call.url().expression(" + ", Quote::csharp, name -> "Uri.EscapeDataString(" + variable(name) + ")");
        lines.add("using var request = new HttpRequestMessage(" + method() + ", " + url + ");");
        if (call.basic() != null) {
            String pair = variable(call.basic().user()) + " + \":\" + "
                    + variable(call.basic().password());
            lines.add("var pair = " + pair + ";");
            lines.add("request.Headers.Add(\"Authorization\", \"Basic \" + Convert.ToBase64String("
                    + "System.Text.Encoding.UTF8.GetBytes(pair)));");
        }
        call.headers().stream()
                .filter(header -> !header.name().equals("Content-Type"))
                .forEach(header -> lines.add("request.Headers.TryAddWithoutValidation(" + Quote.csharp(header.name())
                        + ", " + expression(header.value()) + ");"));
        content(call.payload());
        lines.add("using var response = await client.SendAsync(request);");
        lines.add(
                call.download() == null
                        ? "Console.WriteLine(await response.Content.ReadAsStringAsync());"
                        : "await File.WriteAllBytesAsync(\"" + call.download()
                                + "\", await response.Content.ReadAsByteArrayAsync());");
        return String.join("\n", lines) + "\n";
    }

    private String method() {
        return switch (call.method()) {
            case "GET" -> "HttpMethod.Get";
            case "POST" -> "HttpMethod.Post";
            case "PUT" -> "HttpMethod.Put";
            case "PATCH" -> "HttpMethod.Patch";
            case "DELETE" -> "HttpMethod.Delete";
            default -> "new HttpMethod(" + Quote.csharp(call.method()) + ")";
        };
    }

    private void content(Payload payload) {
        switch (payload) {
            case Payload.None _ -> {}
            case Payload.Json(Value value) -> {
                JsonText text = JsonText.of(value);
                String replaced = text.variables().stream()
                        .map(name -> ".Replace(" + Quote.csharp(text.token(name)) + ", " + variable(name) + ")")
                        .collect(Collectors.joining());
                lines.add("request.Content = new StringContent(" + raw(text) + replaced + ");");
                contentType();
            }
            case Payload.Form(List<Field> fields) -> {
                lines.add("request.Content = new FormUrlEncodedContent(new KeyValuePair<string, string>[]\n{");
                fields.forEach(field ->
                        lines.add("    new(" + Quote.csharp(field.name()) + ", " + expression(field.value()) + "),"));
                lines.add("});");
            }
            case Payload.Multipart(List<Part> parts) -> {
                lines.add("using var form = new MultipartFormDataContent();");
                parts.forEach(part -> lines.add(part(part)));
                lines.add("request.Content = form;");
            }
            case Payload.Content(String path) -> {
                lines.add("request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(" + Quote.csharp(path)
                        + "));");
                contentType();
            }
            case Payload.Plain(Text text) -> {
                lines.add("request.Content = new StringContent(" + expression(text) + ");");
                contentType();
            }
        }
    }

    private void contentType() {
        call.headers().stream()
                .filter(header -> header.name().equals("Content-Type"))
                .forEach(header ->
                        lines.add("request.Content.Headers.ContentType = new(" + expression(header.value()) + ");"));
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Plain(String name, Text value) ->
                "form.Add(new StringContent(" + expression(value) + "), " + Quote.csharp(name) + ");";
            case Part.Attachment file ->
                "form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(" + Quote.csharp(file.path()) + ")), "
                        + Quote.csharp(file.name()) + ", " + Quote.csharp(file.file()) + ");";
        };
    }

    /// A raw string literal: its quotes are more than any run of quotes in the text.
    private static String raw(JsonText text) {
        StringBuilder quotes = new StringBuilder("\"\"\"");
        while (text.text().contains(quotes)) {
            quotes.append('"');
        }
        return quotes + "\n" + text.indented("    ") + "\n    " + quotes;
    }

    private static String expression(Text text) {
        return text.expression(" + ", Quote::csharp, CsharpWriter::variable);
    }

    private static String variable(String name) {
        return "Environment.GetEnvironmentVariable(\"" + name + "\")!";
    }
}
