package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads anybody's OpenAPI document. Pure and total: whatever the bytes are, the answer is an [Api] or a reason,
/// after an amount of work that [ReadOptions] bound.
public final class ApiReader {
    private ApiReader() {}

    /// @param bytes YAML or JSON, UTF-8
    public static Reading read(byte[] bytes, ReadOptions options) {
        try {
            return new Reading.Read(api(bytes, options));
        } catch (Refusal refused) {
            return new Reading.Refused(refused.reason());
        }
    }

    private static Api api(byte[] bytes, ReadOptions options) {
        Tolerance tolerance = new Tolerance();
        JsonNode root = Trees.read(bytes, options, tolerance);
        Specification specification = Specification.of(root);
        JsonNode tree = specification.isSwagger() ? Swagger2.asOpenApi(root, tolerance) : root;
        return new DocumentReader(new Document(tree, tolerance), specification, options).read();
    }
}
