package dev.gangway.tests;

import dev.gangway.base.Json;
import dev.gangway.storage.DatabaseConfig;
import dev.gangway.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Processes that share one outside PostgreSQL.
///
/// @param folder for the data folders of all of them
/// @param settings lines of `gangway.yaml` that all of them have
record NodesOfOneDatabase(Path folder, DatabaseConfig database, String settings) {
    private static final String FIRST = "first";

    NodesOfOneDatabase(Path folder) {
        this(folder, "");
    }

    NodesOfOneDatabase(Path folder, String settings) {
        this(folder, TestDatabase.freshConfig(), settings);
    }

    GangwayProcess first() throws IOException {
        return up(FIRST, "");
    }

    /// Its settings name the first one's keys: every node opens what another sealed.
    GangwayProcess second() throws IOException {
        String file = folder.resolve(FIRST).resolve("vault.json").toString();
        return up("second", "vault: {key-file: %s}\n".formatted(Json.text(file)));
    }

    private GangwayProcess up(String name, String own) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("gangway.yaml"), "database: {connections: 6}\n" + settings + own);
        return GangwayProcess.up(home, "--database-url", url());
    }

    private String url() {
        return "postgresql://%s:%s@%s"
                .formatted(
                        database.user(),
                        database.password().reveal(),
                        database.url().substring("jdbc:postgresql://".length()));
    }
}
