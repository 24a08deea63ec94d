package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Ruby 2.7 or newer with `net/http`.
final class RubyWriter {
    private static final Set<String> CLASSES =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");
    private static final Notation NOTATION = new Notation(
            "  ",
            _ -> "{",
            "}",
            "{}",
            false,
            name -> name.matches("[a-z_][A-Za-z0-9_]*") ? name + ": " : Quote.ruby(name) + " => ",
            Quote::ruby,
            number -> number.contains("E") && !number.contains(".") ? number.replace("E", ".0E") : number,
            RubyWriter::variable,
            "true",
            "false",
            "nil");

    private final Set<String> imports = new TreeSet<>(Set.of("net/http"));
    private final List<String> lines = new ArrayList<>();
    private final HttpCall call;

    private RubyWriter(HttpCall call) {
        this.call = call;
    }

    static String write(HttpCall call) {
        return new RubyWriter(call).write();
    }

    private String write() {
        lines.add("uri = URI(" + call.url().expression(" + ", Quote::ruby, name -> escaped(name)) + ")");
        String method = call.method();
        lines.add(
                CLASSES.contains(method)
                        ? "request = Net::HTTP::" + method.charAt(0)
                                + method.substring(1).toLowerCase(Locale.ROOT) + ".new(uri)"
                        : "request = Net::HTTPGenericRequest.new(" + Quote.ruby(method) + ", true, true, uri)");
        if (call.basic() != null) {
            lines.add("request.basic_auth(" + variable(call.basic().user()) + ", "
                    + variable(call.basic().password()) + ")");
        }
        call.headers()
                .forEach(header ->
                        lines.add("request[" + Quote.ruby(header.name()) + "] = " + expression(header.value())));
        body(call.payload());
        lines.add("response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https') do |http|");
        lines.add("  http.request(request)");
        lines.add("end");
        lines.add(
                call.download() == null
                        ? "puts response.body"
                        : "File.binwrite('" + call.download() + "', response.body)");
        String heads = imports.stream().map(name -> "require '" + name + "'\n").collect(Collectors.joining());
        return heads + "\n" + String.join("\n", lines) + "\n";
    }

    private void body(Payload payload) {
        switch (payload) {
            case Payload.None _ -> {}
            case Payload.Json(Value value) -> json(value);
            case Payload.Form(List<Field> fields) -> {
                lines.add("request.body = URI.encode_www_form([");
                fields.forEach(
                        field -> lines.add("  [" + Quote.ruby(field.name()) + ", " + expression(field.value()) + "],"));
                lines.add("])");
            }
            case Payload.Multipart(List<Part> parts) -> {
                lines.add("request.set_form([");
                parts.forEach(part -> lines.add("  " + part(part) + ","));
                lines.add("], 'multipart/form-data')");
            }
            case Payload.Content(String path) -> lines.add("request.body = File.binread(" + Quote.ruby(path) + ")");
            case Payload.Plain(Text text) -> lines.add("request.body = " + expression(text));
        }
    }

    private void json(Value value) {
        if (value.any(inner -> Value.exceeds(inner, Integer.MAX_VALUE) || Value.hasLoneSurrogate(inner))) {
            JsonText text = JsonText.of(value);
            lines.add("request.body = <<~'JSON'"
                    + text.variables().stream()
                            .map(name -> ".gsub(" + Quote.ruby(text.token(name)) + ") { " + variable(name) + " }")
                            .collect(Collectors.joining()));
            lines.add(text.indented("  "));
            lines.add("JSON");
            return;
        }
        imports.add("json");
        lines.add("request.body = JSON.generate(" + Literals.print(value, NOTATION, "") + ")");
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Plain(String name, Text value) -> "[" + Quote.ruby(name) + ", " + expression(value) + "]";
            case Part.Attachment file ->
                "[" + Quote.ruby(file.name()) + ", File.open(" + Quote.ruby(file.path()) + "), { filename: "
                        + Quote.ruby(file.file()) + " }]";
        };
    }

    private static String expression(Text text) {
        return text.expression(" + ", Quote::ruby, RubyWriter::variable);
    }

    private static String variable(String name) {
        return "ENV.fetch('" + name + "')";
    }

    private String escaped(String name) {
        return "URI.encode_www_form_component(" + variable(name) + ")";
    }
}
