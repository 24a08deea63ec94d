package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gangway vault …`
@Command(name = "vault", description = "The keys that seal secrets.")
final class VaultCommand {
    private static final Table KEYS = Table.of(
            "keys",
            column("name"),
            column("state"),
            column("lasting values", "lasting"),
            column("passing values", "passing"));

    @Mixin
    private final AdminApi api;

    VaultCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the keys, oldest first, and how many values still depend on each.")
    int keys() {
        return api.list(Call.get("/api/v1/vault-keys"), Paging.NONE, KEYS);
    }

    @Command(description = "Add a key that only opens until the next rotation, for nodes with copies of the file.")
    int prepare() {
        return api.found(Call.post("/api/v1/vault-keys"), "items", KEYS);
    }

    @Command(
            description = "Seal with another key from now on; what older ones sealed is sealed anew in the background.")
    int rotate() {
        return api.found(Call.post("/api/v1/vault-keys/rotation"), "items", KEYS);
    }
}
