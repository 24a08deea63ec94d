package dev.gangway.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.Row;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A body as its media type wants it. Files are base64 in a definition. Pure: the same value yields the same bytes.
///
/// @param type for `Content-Type`, with what belongs to it
record Content(String type, byte[] bytes) {
    static Content of(Media media, JsonNode body) {
        String type = media.type();
        if (type.startsWith("multipart/")) {
            return multipart(type, body, files(media));
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            List<String> fields = new ArrayList<>();
            fields("", body, fields);
            return new Content(type, utf8(String.join("&", fields)));
        }
        if (isFile(media)) {
            return new Content(type, file(body.asText()));
        }
        return new Content(
                type, type.contains("json") || body.isContainerNode() ? Json.bytes(body) : utf8(body.asText()));
    }

    private static boolean isFile(Media media) {
        return !media.rows().isEmpty() && media.rows().getFirst().type() == Row.Type.FILE;
    }

    /// Names of the members that are files, or lists of files.
    private static Set<String> files(Media media) {
        return media.rows().stream()
                .filter(row -> row.type() == Row.Type.FILE)
                .map(row -> row.path().replaceFirst("\\[]$", ""))
                .collect(Collectors.toSet());
    }

    /// Members in brackets; elements of a list repeat the name, objects in one are numbered.
    private static void fields(String name, JsonNode value, List<String> fields) {
        if (value.isObject()) {
            value.properties()
                    .forEach(one -> fields(
                            name.isEmpty() ? one.getKey() : name + "[" + one.getKey() + "]", one.getValue(), fields));
        } else if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                fields(value.get(index).isObject() ? name + "[" + index + "]" : name, value.get(index), fields);
            }
        } else {
            fields.add(Queries.pair(name, ParameterText.word(value)));
        }
    }

    private static Content multipart(String type, JsonNode body, Set<String> files) {
        String boundary = "gangway-" + UUID.nameUUIDFromBytes(Json.bytes(body));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (var member : body.properties()) {
            Iterable<JsonNode> parts = member.getValue().isArray() ? member.getValue() : List.of(member.getValue());
            for (JsonNode part : parts) {
                String name = member.getKey().replace("\"", "%22").replaceAll("[\r\n]", " ");
                boolean file = files.contains(member.getKey()) && part.isTextual();
                String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                        .formatted(
                                boundary,
                                name,
                                file ? "; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream" : "");
                out.writeBytes(utf8(head));
                out.writeBytes(file ? file(part.asText()) : utf8(ParameterText.word(part)));
                out.writeBytes(utf8("\r\n"));
            }
        }
        out.writeBytes(utf8("--" + boundary + "--\r\n"));
        return new Content(type + "; boundary=" + boundary, out.toByteArray());
    }

    /// What is no base64 is the content itself.
    private static byte[] file(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException plain) {
            return utf8(text);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
