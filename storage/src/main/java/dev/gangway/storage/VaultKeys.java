package dev.gangway.storage;

import java.nio.file.Files;
import java.nio.file.Path;

/// The keys of the vault: one file, `vault.json`, which only its owner may read. Whoever has it and a copy of the
/// database can read everything sealed; without it, what is sealed is lost. So it is backed up, and apart from the
/// database. Thread-safe.
public final class VaultKeys {
    private final KeyFile file;
    private volatile TinkVault vault;

    private VaultKeys(KeyFile file) {
        this.file = file;
        this.vault = new TinkVault(file.read());
    }

    /// The keys kept in the data folder, made at the first start.
    ///
    /// @throws StorageException when they cannot be read or written, or other users could read them
    public static VaultKeys in(HomeLock home) {
        Path path = home.home().resolve("vault.json");
        if (!Files.exists(path)) {
            create(path);
        }
        return at(path);
    }

    /// The keys in a file that the operator provides, the same one on every node.
    ///
    /// @throws StorageException when it is missing, is not such a file, or other users could read it
    public static VaultKeys at(Path path) {
        return new VaultKeys(new KeyFile(path));
    }

    /// Writes a new file with one new key.
    ///
    /// @throws StorageException when there is a file already, or it cannot be written
    public static void create(Path path) {
        new KeyFile(path).create(TinkVault.newKeys());
    }

    /// Seals with the primary key; opens with all of them. It follows [#rotate].
    public Vault vault() {
        return new Vault() {
            @Override
            public byte[] seal(byte[] plain, String context) {
                return vault.seal(plain, context);
            }

            @Override
            public byte[] open(byte[] sealed, String context) {
                return vault.open(sealed, context);
            }
        };
    }

    /// Adds a new key, with which everything is sealed from now on; the old ones stay, for opening. Other nodes
    /// know it only once they have the new file and were started anew, so rotate while one node runs.
    public synchronized void rotate() {
        TinkVault rotated = vault.withNewPrimary();
        file.replace(rotated.keys());
        vault = rotated;
    }
}
