package dev.gangway.app;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// An OpenAPI document as its author wrote it, for tests of what it says.
///
/// @param root the whole document
record ApiDocument(JsonNode root) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /// One operation.
    ///
    /// @param method in lower case
    /// @param siblings what the path says for all its methods
    record Operation(String path, String method, JsonNode siblings, JsonNode said) {
        String id() {
            return said.path("operationId").asText();
        }

        String access() {
            return said.path("x-gangway-access").asText();
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /// A JSON value and where it is.
    ///
    /// @param pointer such as `/components/schemas/Problem`
    record Place(String pointer, JsonNode value) {}

    static ApiDocument load(String resource) {
        try (InputStream yaml = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(resource), resource)) {
            return new ApiDocument(new YAMLMapper().readTree(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Stream<Operation> operations() {
        return root.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member ->
                                new Operation(path.getKey(), member.getKey(), path.getValue(), member.getValue())));
    }

    /// What a local reference names; the node itself when it is none.
    JsonNode follow(JsonNode node) {
        return node.has("$ref") ? follow(at(node.path("$ref").asText())) : node;
    }

    JsonNode at(String reference) {
        return root.at(JsonPointer.compile(reference.substring(1)));
    }

    /// Every value in the document, outside in.
    Stream<Place> places() {
        return below(new Place("", root));
    }

    private static Stream<Place> below(Place place) {
        Stream<Place> members = place.value()
                .propertyStream()
                .map(member -> new Place(place.pointer() + "/" + member.getKey(), member.getValue()));
        Stream<Place> elements = place.value().isArray()
                ? place.value().valueStream().map(element -> new Place(place.pointer() + "/*", element))
                : Stream.empty();
        return Stream.concat(Stream.of(place), Stream.concat(members, elements).flatMap(ApiDocument::below));
    }
}
