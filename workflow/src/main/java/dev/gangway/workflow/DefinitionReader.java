package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads workflow definitions: the CNCF Serverless Workflow DSL 1.0, as YAML or JSON, as far as it is supported here.
/// What is not is refused with its line, never ignored.
public final class DefinitionReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> TOP = Set.of("document", "input", "output", "timeout", "use", "do");
    private static final Set<String> DOCUMENT =
            Set.of("dsl", "namespace", "name", "version", "title", "summary", "tags", "metadata");

    private DefinitionReader() {}

    /// @param text at most 1 MiB
    /// @param surroundings what the definition may name
    public static Reading read(String text, Surroundings surroundings) {
        Source.Parsed parsed;
        try {
            parsed = Source.parse(text);
        } catch (Source.Unreadable unreadable) {
            return new Reading.Refused(java.util.List.of(unreadable.flaw()));
        }
        Flaws flaws = new Flaws(parsed.places());
        JsonNode tree = parsed.tree();
        if (tree.isObject()) {
            document(tree, flaws);
            new TaskCheck(tree, surroundings, flaws).whole();
        } else {
            flaws.add("", "A definition is an object with document and do.");
        }
        if (!flaws.isEmpty()) {
            return new Reading.Refused(flaws.list());
        }
        Definition definition = definition(text, tree);
        return WorkflowCycles.through(definition, surroundings)
                .<Reading>map(way -> {
                    flaws.add(way.pointer(), "This workflow starts itself without end: " + way.names() + ".");
                    return new Reading.Refused(flaws.list());
                })
                .orElse(new Reading.Accepted(definition));
    }

    /// Reads again what was once accepted, whatever became of the things that it names.
    ///
    /// @throws IllegalArgumentException when it never was
    public static Definition accepted(String text) {
        try {
            return definition(text, Source.parse(text).tree());
        } catch (Source.Unreadable unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private static Definition definition(String text, JsonNode tree) {
        JsonNode document = tree.path("document");
        return new Definition(
                document.path("name").asText(), document.path("version").asText(), sha256(text), text, tree);
    }

    private static void document(JsonNode tree, Flaws flaws) {
        Shapes.known(tree, "", TOP, flaws);
        JsonNode document = tree.path("document");
        if (!document.isObject()) {
            flaws.add("/document", "A definition has a document with dsl, namespace, name and version.");
            return;
        }
        Shapes.known(document, "/document", DOCUMENT, flaws);
        if (!document.path("dsl").asText().matches("1\\.0\\.\\d{1,4}")) {
            flaws.add("/document/dsl", "The language is Serverless Workflow 1.0, so dsl is like '1.0.0'.");
        }
        if (!NAME.matcher(document.path("name").asText()).matches()) {
            flaws.add("/document/name", "A name has 1 to 63 lower-case letters, digits and hyphens.");
        }
        if (!document.path("version").isTextual()) {
            flaws.add("/document/version", "A version is a text, like '1.0.0'.");
        }
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
