package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A workflow definition that has been read and found good. Immutable; its version is the SHA-256 of its text.
///
/// @param name `document.name`, unique in a world
/// @param label `document.version`, as its author counts; not unique
/// @param version 64 lower-case hex digits
/// @param text as it was written, YAML or JSON
/// @param tree what runs
public record Definition(String name, String label, String version, String text, JsonNode tree) {
    /// Where a definition names the workflow that is started when a run of it fails.
    static final String ON_FAILURE = "/document/metadata/onFailure";

    /// The workflow that is started when a run fails, with `{run, workflow, version, input, error}`; empty for none.
    public Optional<String> onFailure() {
        return Optional.of(tree.at(ON_FAILURE)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /// The names of the workflows that runs of it start, by a task or when they fail.
    public Set<String> starts() {
        Set<String> names = new TreeSet<>(WorkflowCycles.started(tree).keySet());
        onFailure().ifPresent(names::add);
        return names;
    }
}
