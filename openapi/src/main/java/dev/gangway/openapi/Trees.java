package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes to a tree: JSON where the text begins like it, else YAML (which JSON with comments and the like also is).
final class Trees {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Trees() {}

    static JsonNode read(byte[] bytes, ReadOptions options, Tolerance tolerance) {
        if (bytes.length > options.mostBytes()) {
            throw new Refusal(
                    "The document has " + bytes.length + " bytes; at most " + options.mostBytes() + " are read.");
        }
        String text = text(bytes);
        if (text.isBlank()) {
            throw new Refusal("The document is empty.");
        }
        String begin = text.substring(0, Math.min(text.length(), 200)).stripLeading();
        if (begin.startsWith("<")) {
            throw new Refusal("This is markup, perhaps a web page about the document, and not the document.");
        }
        if (begin.startsWith("{")) {
            try {
                return JsonTree.read(text, new TreeBuilder(options, tolerance));
            } catch (JsonTree.NotJson perhapsYaml) {
                return YamlTree.read(text, new TreeBuilder(options, tolerance));
            }
        }
        return YamlTree.read(text, new TreeBuilder(options, tolerance));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refusal("The document is not text in UTF-8.");
        }
    }
}
