package dev.gangway.snippet;

import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.List;

/// curl 7.18 or newer (7.87 where a secret is in the query of a request that has a body), in any POSIX shell.
final class CurlWriter {
    private CurlWriter() {}

    static String write(HttpCall call) {
        List<String> words = new ArrayList<>();
        boolean sends = !(call.payload() instanceof Payload.None);
        boolean implied = call.isPlainGet() || (call.method().equals("POST") && sends);
        String method = implied ? "" : call.method().equals("HEAD") ? "--head " : "-X " + call.method() + " ";
        List<Text> encoded = new ArrayList<>();
        words.add("curl " + method + word(withoutSecrets(call.url(), encoded)));
        String option = call.isPlainGet() ? "-G --data-urlencode " : "--url-query ";
        encoded.forEach(pair -> words.add(option + word(pair)));
        if (call.basic() != null) {
            words.add("-u \"$" + call.basic().user() + ":$" + call.basic().password() + "\"");
        }
        call.headers().stream()
                .filter(header -> !(call.payload() instanceof Payload.Form
                        && header.name().equals("Content-Type")))
                .forEach(header ->
                        words.add("-H " + word(Text.of(header.name() + ": ").plus(header.value()))));
        payload(call.payload(), words);
        if (call.download() != null) {
            words.add("-o " + call.download());
        }
        return String.join(" \\\n  ", words) + "\n";
    }

    /// A shell has no percent-encoding, so curl does it: `name=$VARIABLE` leaves the query for an option of its own.
    private static Text withoutSecrets(Text url, List<Text> encoded) {
        Text rest = Text.of("");
        for (Text.Part part : url.parts()) {
            String before = rest.parts().isEmpty() ? "" : literal(rest.parts().getLast());
            int start = Math.max(before.lastIndexOf('?'), before.lastIndexOf('&'));
            if (part instanceof Text.Part.Variable(String name) && start >= 0 && before.endsWith("=")) {
                encoded.add(Text.of(before.substring(start + 1)).plus(Text.variable(name)));
                List<Text.Part> shorter = new ArrayList<>(rest.parts());
                shorter.set(shorter.size() - 1, new Text.Part.Literal(before.substring(0, start)));
                rest = new Text(List.copyOf(shorter));
            } else {
                rest = rest.plus(new Text(List.of(part)));
            }
        }
        return rest.map(text -> text.contains("?") ? text : text.replaceFirst("&", "?"));
    }

    private static String literal(Text.Part part) {
        return part instanceof Text.Part.Literal(String text) ? text : "";
    }

    private static void payload(Payload payload, List<String> words) {
        switch (payload) {
            case Payload.None _ -> {}
            case Payload.Json(Value value) -> words.add("-d " + json(value));
            case Payload.Form(List<Field> fields) -> fields.forEach(field -> words.add(field(field)));
            case Payload.Multipart(List<Part> parts) -> parts.forEach(part -> words.add(part(part)));
            case Payload.Content(String path) -> words.add("--data-binary " + Quote.shell("@" + path));
            case Payload.Plain(Text text) -> words.add("--data-raw " + word(text));
        }
    }

    /// In single quotes; a variable steps out of them: `'…"secret": "'"$PLAID_SECRET"'"…'`.
    private static String json(Value value) {
        return "'"
                + JsonText.parts(value)
                        .joined("", text -> text.replace("'", "'\\''"), name -> "\"'\"$" + name + "\"'\"")
                + "'";
    }

    private static String field(Field field) {
        String name = Percent.encode(field.name());
        boolean plain = field.value().parts().stream()
                .allMatch(part -> part instanceof Text.Part.Variable
                        || (part instanceof Text.Part.Literal(String text) && Quote.isVisible(text)));
        return plain
                ? "--data-urlencode " + word(Text.of(name + "=").plus(field.value()))
                : "-d " + word(Text.of(name + "=").plus(field.value().map(Percent::encode)));
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Plain(String name, Text value) ->
                "--form-string " + word(Text.of(name + "=").plus(value));
            case Part.Attachment file -> "-F " + Quote.shell(file.name() + "=@" + path(file.path()));
        };
    }

    /// In quotes of its own where curl would read on after a comma or semicolon.
    private static String path(String path) {
        return path.matches("[^,;\"\\\\]*") ? path : '"' + path.replaceAll("([\\\\\"])", "\\\\$1") + '"';
    }

    /// Single quotes for a literal; double quotes where a variable is in it.
    private static String word(Text text) {
        return text.hasVariable()
                ? '"'
                        + text.joined("", Quote::shellDouble, name -> "$" + (isAlone(text) ? name : "{" + name + "}"))
                        + '"'
                : text.expression("", Quote::shell, name -> name);
    }

    /// Whether the variable ends the text, so that its name needs no braces.
    private static boolean isAlone(Text text) {
        return text.parts().stream()
                                .filter(Text.Part.Variable.class::isInstance)
                                .count()
                        == 1
                && text.parts().getLast() instanceof Text.Part.Variable;
    }
}
