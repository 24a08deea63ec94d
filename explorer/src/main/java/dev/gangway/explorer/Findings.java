package dev.gangway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.RowCheck;
import dev.gangway.openapi.RowFindings;
import dev.gangway.snippet.At;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a draft, each with the field that it is shown at. The rules are those that the gateway applies:
/// [RowCheck] is asked, not imitated.
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    private Findings() {}

    /// @param place `path`, `query`, `header`, `cookie` or `body`
    /// @param field dotted, with the index of a list's element; empty for the whole
    /// @param message completes "this field …"
    /// @param blocking whether the request cannot be right; else it may be a typing error
    record Finding(String place, String field, String message, boolean blocking) {}

    static List<Finding> of(OperationModel operation, Draft draft) {
        Findings findings = new Findings();
        for (Parameter parameter : operation.parameters()) {
            findings.parameter(parameter, draft.parameters().get(new At(parameter.place(), parameter.name())));
        }
        Media media = draft.media(operation);
        JsonNode body = draft.body();
        OperationModel.RequestBody taken = operation.body();
        if (media != null && body != null) {
            findings.add("body", "", RowCheck.body(media.rows(), body));
        } else if (taken != null && taken.required()) {
            findings.found.add(new Finding("body", "", "is required", true));
        }
        return List.copyOf(findings.found);
    }

    private void parameter(Parameter parameter, @Nullable JsonNode value) {
        String place = Draft.word(parameter.place());
        if (value != null) {
            add(place, parameter.name(), RowCheck.body(parameter.rows(), value));
        } else if (parameter.row().required() && parameter.row().credential().isEmpty()) {
            found.add(new Finding(place, parameter.name(), "is required", true));
        }
    }

    private void add(String place, String whole, RowFindings findings) {
        findings.unknown().forEach(field -> add(place, whole, field, "is not known here", true));
        findings.missing().forEach(field -> add(place, whole, field, "is required", true));
        findings.invalid().forEach(one -> add(place, whole, one.field(), "must be " + one.mustBe(), true));
        findings.unlisted().forEach(field -> add(place, whole, field, "is not in the document", false));
    }

    private void add(String place, String whole, String field, String message, boolean blocking) {
        boolean isWhole = field.equals("body") || field.isEmpty();
        String within = isWhole ? whole : whole.isEmpty() ? field : whole + "." + field;
        found.add(new Finding(place, within, message, blocking));
    }
}
