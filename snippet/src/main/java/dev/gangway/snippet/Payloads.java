package dev.gangway.snippet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import dev.gangway.snippet.HttpCall.Field;
import dev.gangway.snippet.HttpCall.Part;
import dev.gangway.snippet.HttpCall.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// What is sent, by media type.
final class Payloads {
    private Payloads() {}

    static Payload of(SnippetCall call, Optional<Media> media, Credentials credentials) {
        JsonNode body = call.body();
        if (media.isEmpty()
                || ((body == null || body.isNull()) && credentials.body().isEmpty())) {
            return new Payload.None();
        }
        String type = media.get().type();
        Value value = body == null || body.isNull()
                ? new Value.Members(new LinkedHashMap<>())
                : new Masks(media.get().rows(), new Variables(call.provider())).read(body);
        Value whole = withCredentials(value, credentials, Credentials.members(media.get(), call.schemes()));
        if (type.startsWith("multipart/")) {
            return new Payload.Multipart(parts(whole, files(media.get())));
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            List<Field> fields = new ArrayList<>();
            fields("", whole, fields);
            return new Payload.Form(List.copyOf(fields));
        }
        if (isFile(media.get())) {
            return new Payload.Content(body == null ? "" : body.asText());
        }
        if (type.contains("json") || !(whole instanceof Value.Word || whole instanceof Value.Variable)) {
            return new Payload.Json(whole);
        }
        return new Payload.Plain(Styles.raw(whole));
    }

    static boolean isFile(Media media) {
        return !media.rows().isEmpty() && media.rows().getFirst().type() == Row.Type.FILE;
    }

    /// Credentials first, as the form shows them nowhere; what was typed in their place is dropped.
    private static Value withCredentials(Value value, Credentials credentials, Set<String> hidden) {
        if (!(value instanceof Value.Members(var typed))) {
            return value;
        }
        SequencedMap<String, Value> all = new LinkedHashMap<>(credentials.body());
        typed.forEach((name, member) -> {
            if (!hidden.contains(name)) {
                all.put(name, member);
            }
        });
        return new Value.Members(all);
    }

    /// Names of the members that are files, or arrays of files.
    private static Set<String> files(Media media) {
        return media.rows().stream()
                .filter(row -> row.type() == Row.Type.FILE)
                .map(row -> row.path().replaceFirst("\\[]$", ""))
                .collect(Collectors.toSet());
    }

    private static List<Part> parts(Value value, Set<String> files) {
        List<Part> parts = new ArrayList<>();
        if (value instanceof Value.Members(var members)) {
            members.forEach((name, member) -> {
                List<Value> each = member instanceof Value.Items(var items) ? items : List.of(member);
                for (Value one : each) {
                    parts.add(
                            files.contains(name) && one instanceof Value.Word(String path)
                                    ? new Part.Attachment(name, path)
                                    : new Part.Plain(name, Styles.raw(one)));
                }
            });
        }
        return List.copyOf(parts);
    }

    /// Members in brackets, as Stripe and PHP read them; elements of an array repeat the name, objects in one are
    /// numbered.
    private static void fields(String name, Value value, List<Field> fields) {
        switch (value) {
            case Value.Members(var members) ->
                members.forEach(
                        (member, inner) -> fields(name.isEmpty() ? member : name + "[" + member + "]", inner, fields));
            case Value.Items(var items) -> {
                for (int index = 0; index < items.size(); index++) {
                    boolean nested = items.get(index) instanceof Value.Members;
                    fields(nested ? name + "[" + index + "]" : name, items.get(index), fields);
                }
            }
            case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ ->
                fields.add(new Field(name, Styles.raw(value)));
        }
    }
}
