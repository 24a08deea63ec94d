package dev.gangway.catalog;

import java.util.Map;
import java.util.Optional;

/// One operation of an HTTP API, as its document describes it. Immutable; threads share it.
///
/// @param id the `operationId`, unique over a catalog
/// @param method in capitals, such as `POST`
/// @param path such as `/api/v1/partners/{partner}`
/// @param request the JSON body that it takes; without fields when it takes none
/// @param responses the JSON bodies that it answers with, by status, such as `200`, or `default`
public record Operation(String id, String method, String path, Notes notes, Body request, Map<String, Body> responses) {
    public String summary() {
        return notes.summary();
    }

    public Optional<Body> response(int status) {
        return Optional.ofNullable(responses.getOrDefault(String.valueOf(status), responses.get("default")));
    }
}
