package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway token …`
@Command(name = "token", description = "Access tokens for the admin API, the console and this command line.")
final class TokenCommand {
    private static final Table TOKENS = Table.of(
            "tokens",
            column("id"),
            column("name"),
            column("scope"),
            column("created_at"),
            column("expires_at"),
            column("last_used_at"));

    @Mixin
    private final AdminApi api;

    TokenCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the tokens that have not been revoked, newest first.")
    int list(@Mixin Paging paging) {
        return api.list(Call.get("/api/v1/tokens"), paging, TOKENS);
    }

    @Command(description = "Create a token and print its text, this once.")
    int create(
            @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
            @Option(
                            names = "--scope",
                            defaultValue = "read-only",
                            paramLabel = "SCOPE",
                            description = "What it may do: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
                    Word.Scope scope,
            @Option(
                            names = "--connection",
                            paramLabel = "NAME",
                            description = "With --scope gateway: only this connection; repeat for more.")
                    @Nullable
                    List<String> connections,
            @Option(
                            names = "--operation",
                            paramLabel = "ID",
                            description = "With --scope gateway: only this operation; repeat for more.")
                    @Nullable
                    List<String> operations,
            @Option(
                            names = "--expires-at",
                            paramLabel = "TIME",
                            description = "When it stops working, ISO 8601; never by itself unless given.")
                    @Nullable
                    String expiresAt) {
        Call call = Call.post("/api/v1/tokens")
                .with("name", name)
                .with("scope", scope)
                .with("connections", connections)
                .with("operations", operations)
                .with("expires_at", expiresAt);
        return api.showOnce(call, Card.PLAIN, "token");
    }

    @Command(description = "Revoke a token: it stops working at once.")
    int revoke(@Parameters(paramLabel = "TOKEN", description = "The token's id, tok_…") String token) {
        return api.done(Call.delete("/api/v1/tokens/{token}", token), "Revoked " + token + ".");
    }
}
