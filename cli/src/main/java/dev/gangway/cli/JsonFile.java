package dev.gangway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads files that options name.
final class JsonFile {
    private JsonFile() {}

    /// The JSON object in `file`; anything else is wrong usage.
    static ObjectNode object(Path file, AdminApi api) {
        try {
            if (JsonText.parse(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            throw api.usage(file + " does not hold a JSON object");
        } catch (JsonProcessingException malformed) {
            throw api.usage(file + " is not JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw api.usage("cannot read " + file);
        }
    }
}
