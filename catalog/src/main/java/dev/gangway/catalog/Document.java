package dev.gangway.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// An OpenAPI document as a tree, with its local references.
///
/// @param name names the document in messages, such as `/dev/gangway/wire/partner-api.yaml`
record Document(String name, JsonNode tree) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST_CHAIN = 32; // references that lead to references

    /// @param resource absolute name on the class path
    /// @throws MalformedDocument when there is no such resource or it is not YAML
    static Document ofResource(String resource) {
        try (InputStream bytes = Document.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new MalformedDocument(resource, "is not on the class path");
            }
            return of(resource, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param text YAML, or JSON, which is YAML too
    /// @throws MalformedDocument when it is neither
    static Document of(String name, String text) {
        try {
            return new Document(name, YAML.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new MalformedDocument(name, "is not YAML: " + malformed.getOriginalMessage());
        }
    }

    /// What a local reference such as `#/components/schemas/Address` names; it may be a reference itself.
    ///
    /// @throws MalformedDocument when it names another document or nothing
    JsonNode at(String reference) {
        if (!reference.startsWith("#/")) {
            throw malformed(reference, "only references within the document are followed");
        }
        String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        JsonNode target = tree.at(JsonPointer.compile(pointer));
        if (target.isMissingNode()) {
            throw malformed(reference, "names nothing");
        }
        return target;
    }

    /// `node` itself, or what it refers to in the end. For everything but schemas, whose references may be cycles.
    JsonNode follow(JsonNode node) {
        JsonNode target = node;
        for (int length = 0; target.has("$ref"); length++) {
            String reference = target.path("$ref").asText();
            if (length == LONGEST_CHAIN) {
                throw malformed(reference, "leads to itself");
            }
            target = at(reference);
        }
        return target;
    }

    MalformedDocument malformed(String pointer, String reason) {
        return new MalformedDocument(name + pointer, reason);
    }
}
