package dev.gangway.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The keys of the vault: one file, `vault.json`, which only its owner may read. Whoever has it and a copy of the
/// database can read everything sealed; without it, what is sealed is lost. So it is backed up, and apart from the
/// database. Thread-safe.
///
/// The file is read when this is made, so that a start without it fails; Tink itself, a third of a second of
/// loading, waits for the first use.
public final class VaultKeys {
    private final KeyFile file;
    private final String keys;
    private volatile @Nullable TinkVault loaded;

    private VaultKeys(KeyFile file) {
        this.file = file;
        this.keys = file.read();
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
                return loaded().seal(plain, context);
            }

            @Override
            public byte[] open(byte[] sealed, String context) {
                return loaded().open(sealed, context);
            }
        };
    }

    /// Adds a new key, with which everything is sealed from now on; the old ones stay, for opening. Other nodes
    /// know it only once they have the new file and were started anew, so rotate while one node runs.
    public synchronized void rotate() {
        TinkVault rotated = loaded().withNewPrimary();
        file.replace(rotated.keys());
        loaded = rotated;
    }

    private TinkVault loaded() {
        TinkVault known = loaded;
        return known == null ? load() : known;
    }

    private synchronized TinkVault load() {
        TinkVault known = loaded;
        if (known == null) {
            known = new TinkVault(keys);
            loaded = known;
        }
        return known;
    }
}
