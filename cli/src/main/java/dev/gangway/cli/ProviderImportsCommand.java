package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `gangway provider imports …`
@Command(name = "imports", description = "List the newest 50 imports, newest first.")
final class ProviderImportsCommand implements Callable<Integer> {
    private static final Table IMPORTS = Table.of(
            "imports",
            column("id"),
            column("provider"),
            column("state"),
            column("operations", "operations_total"),
            column("reason"),
            column("created_at"));

    private final AdminApi api;

    ProviderImportsCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        return api.list(Call.get("/api/v1/imports"), Paging.NONE, IMPORTS);
    }

    @Command(description = "Show how far an import is.")
    int show(@Parameters(paramLabel = "IMPORT", description = "The import's id, imp_…") String id) {
        return api.show(Call.get("/api/v1/imports/{import}", id), Card.PLAIN);
    }
}
