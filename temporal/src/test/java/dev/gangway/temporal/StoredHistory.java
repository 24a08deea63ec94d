package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a version of Gangway made Temporal keep of an execution.
///
/// @param definitions that the run and its children ran, as texts
/// @param history as Temporal writes it
record StoredHistory(List<String> definitions, JsonNode history) {
    static StoredHistory read(Path file) {
        try {
            return Json.read(Json.parse(Files.readString(file)), StoredHistory.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    WorkflowExecutionHistory executed() {
        return WorkflowExecutionHistory.fromJson(Json.text(history));
    }
}
