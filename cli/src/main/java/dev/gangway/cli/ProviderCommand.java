package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway provider …`: the APIs that can be searched, read and called.
@Command(name = "provider", description = "Providers: APIs whose OpenAPI documents were imported.")
final class ProviderCommand {
    private static final Table PROVIDERS = Table.of(
            "providers",
            column("name"),
            column("title"),
            column("version"),
            column("document", "document_version"),
            column("operations"),
            column("imported_at"));
    private static final Table OPERATIONS =
            Table.of("operations", column("id"), column("method"), column("path"), column("summary"));
    private static final Table CHANGES = Table.of(
            "changes",
            new Column("OPERATION", row -> Cell.text(row.at("/operation/id"))),
            new Column(
                    "WHAT",
                    row -> row.path("fields")
                            .valueStream()
                            .map(ProviderCommand::change)
                            .collect(Collectors.joining("; "))));
    private static final Table VERSIONS = Table.of(
            "versions",
            column("number"),
            column("document", "document_version"),
            column("operations"),
            column("tolerated"),
            column("source"),
            column("imported_at"));
    private static final Table TOLERATED = Table.of("remarks", column("where", "pointer"), column("what"));
    private static final Set<String> UNDER_WAY = Set.of("waiting", "fetching", "reading", "storing");
    private static final String NAME = "The provider's name, such as plaid.";

    @Mixin
    private final AdminApi api;

    private ProviderCommand(AdminApi api) {
        this.api = api;
    }

    static CommandLine line(AdminApi api) {
        return new CommandLine(new ProviderCommand(api)).addSubcommand(new ProviderImportsCommand(api));
    }

    @Command(
            description = {
                "Import a provider's OpenAPI document, from a file or a URL, as a new provider or a newer version of one.",
                "Waits for the end of the import. Exit code 1 when the document was refused."
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "What to call it: small letters, digits and hyphens.")
                    String name,
            @Parameters(
                            paramLabel = "SOURCE",
                            description = "A file (YAML or JSON, gzip or not), or a URL that the server reads.")
                    String source,
            @Option(names = "--no-wait", description = "Do not wait for the end.") boolean noWait) {
        Call call = Call.post("/api/v1/providers/{provider}/imports", name);
        Call begin = source.matches("https?://.*")
                ? call.with("url", source)
                : call.with("compressed", DocumentFile.compressed(Path.of(source), api));
        return api.follow(
                begin,
                job -> noWait ? Optional.empty() : look(job),
                Card.PLAIN,
                job -> !stateOf(job).equals("refused"));
    }

    private static Optional<Call> look(JsonNode job) {
        return UNDER_WAY.contains(stateOf(job))
                ? Optional.of(
                        Call.get("/api/v1/imports/{import}", job.path("id").asText()))
                : Optional.empty();
    }

    private static String stateOf(JsonNode job) {
        return job.path("state").asText();
    }

    @Command(description = "List the providers, this installation's own two last.")
    int list() {
        return api.list(Call.get("/api/v1/providers"), Paging.NONE, PROVIDERS);
    }

    @Command(description = "Show what a provider's newest document says of the whole API.")
    int show(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.show(Call.get("/api/v1/providers/{provider}", name), Card.PLAIN);
    }

    @Command(description = "Remove a provider with all versions of its document.")
    int remove(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.done(Call.delete("/api/v1/providers/{provider}", name), "Removed " + name + ".");
    }

    @Command(description = "List a provider's documents, newest first.")
    int versions(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.list(Call.get("/api/v1/providers/{provider}/versions", name), Paging.NONE, VERSIONS);
    }

    @Command(description = "Show what changed between two versions of a provider's document.")
    int changes(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(
                            names = "--from",
                            paramLabel = "NUMBER",
                            description = "The older version; the one before the newer unless given.")
                    @Nullable
                    Integer from,
            @Option(names = "--to", paramLabel = "NUMBER", description = "The newer version; the newest unless given.")
                    @Nullable
                    Integer to) {
        return api.show(
                Call.get("/api/v1/providers/{provider}/changes", name)
                        .with("from", from)
                        .with("to", to),
                Card.PLAIN.with("removed", OPERATIONS).with("changed", CHANGES).with("added", OPERATIONS));
    }

    private static String change(JsonNode field) {
        String place =
                (Cell.text(field.path("place")) + " " + field.path("field").asText()).strip();
        return Cell.harmless(place + " " + field.path("what").asText())
                + (field.path("breaking").asBoolean() ? " (breaking)" : "");
    }

    @Command(description = "List what had to be passed over, mended or guessed in a provider's newest document.")
    int tolerated(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.list(Call.get("/api/v1/providers/{provider}/tolerated", name), Paging.NONE, TOLERATED);
    }

    @Command(description = "List a provider's operations, in the order of its document.")
    int operations(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.list(Call.get("/api/v1/providers/{provider}/operations", name), Paging.NONE, OPERATIONS);
    }

    @Command(description = "Show all that is known of one operation.")
    int operation(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "OPERATION", description = "The operation's id.") String operation) {
        return api.show(Call.get("/api/v1/providers/{provider}/operations/{operation}", name, operation), Card.PLAIN);
    }
}
