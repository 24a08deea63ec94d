package dev.gangway.app;

import dev.gangway.storage.Database;
import dev.gangway.storage.DatabaseConfig;
import dev.gangway.storage.EmbeddedPostgres;
import dev.gangway.storage.HomeLock;
import dev.gangway.storage.VaultKeys;
import java.util.List;

/// The database, embedded or outside, and the keys of the vault.
record Storage(Closing opened, Database database, VaultKeys keys) implements AutoCloseable {
    /// Opens both and brings the schemas up to date. The data folder is held by this process when anything of ours
    /// is kept in it.
    static Storage open(GangwayConfig config, List<String> schemas) {
        Closing opened = new Closing();
        try {
            DatabaseConfig where;
            VaultKeys keys;
            if (config.database().isPresent() && config.vaultKeyFile().isPresent()) {
                where = config.database().get();
                keys = VaultKeys.at(config.vaultKeyFile().get());
            } else {
                HomeLock home = opened.add(HomeLock.hold(config.home()));
                keys = config.vaultKeyFile().map(VaultKeys::at).orElseGet(() -> VaultKeys.in(home));
                where = config.database().orElseGet(() -> embedded(opened, home, config));
            }
            return new Storage(opened, opened.add(Database.open(where, schemas)), keys);
        } catch (RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private static DatabaseConfig embedded(Closing opened, HomeLock home, GangwayConfig config) {
        Seeding.seed().ifPresent(seed -> seed.plantIn(home));
        DatabaseConfig own = opened.add(EmbeddedPostgres.start(home)).config();
        return new DatabaseConfig(own.url(), own.user(), own.password(), config.connections());
    }

    @Override
    public void close() {
        opened.close();
    }
}
