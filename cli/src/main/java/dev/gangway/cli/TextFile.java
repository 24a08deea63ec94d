package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads files that the command line names; one that cannot be read is wrong usage.
final class TextFile {
    private TextFile() {}

    static String read(Path file, AdminApi api) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw api.usage("cannot read " + file);
        }
    }

    static JsonNode json(Path file, AdminApi api) {
        try {
            return JsonText.parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw api.usage("cannot read JSON from " + file);
        }
    }
}
