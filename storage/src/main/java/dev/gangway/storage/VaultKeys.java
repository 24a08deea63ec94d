package dev.gangway.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of the vault: one file, `vault.json`, which only its owner may read. Whoever has it and a copy of the
/// database can read everything sealed; without it, what is sealed is lost. So it is backed up, and apart from the
/// database. Thread-safe.
///
/// The file is read when this is made, so that a start without it fails; Tink itself, a third of a second of
/// loading, waits for the first use.
public final class VaultKeys {
    private final KeyFile file;
    private String keys;
    private volatile @Nullable TinkVault loaded;

    private VaultKeys(KeyFile file) {
        this.file = file;
        this.keys = file.read();
    }

    /// Which keys there are, by name.
    ///
    /// @param all oldest first
    /// @param primary the one that seals
    public record Names(List<String> all, String primary) {
        /// Whether the newest key is there for opening only, until the next [#rotate].
        public boolean prepared() {
            return !all.getLast().equals(primary);
        }

        /// Those that the primary took over from. A key that is newer, or in another file alone, is not among them:
        /// somebody else is ahead of us then.
        public List<String> older() {
            return all.subList(0, all.indexOf(primary));
        }
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

    /// Seals with the primary key; opens with all of them, those included that came into the file meanwhile.
    public Vault vault() {
        return new Vault() {
            @Override
            public byte[] seal(byte[] plain, String context) {
                return loaded().seal(plain, context);
            }

            @Override
            public byte[] open(byte[] sealed, String context) {
                TinkVault known = loaded();
                return (known.knows(sealed) ? known : read()).open(sealed, context);
            }
        };
    }

    public Names names() {
        TinkVault known = loaded();
        return new Names(known.names(), known.primary());
    }

    /// Reads the file anew, as another process may have changed it.
    ///
    /// @throws StorageException when it cannot be read; what was known before holds on
    public synchronized void reload() {
        if (loaded == null) {
            keys = file.read();
        } else {
            read();
        }
    }

    /// Adds a key that only opens, so that the file can reach every node before the key seals anything. Does
    /// nothing where there is one. One process at a time may change the file.
    ///
    /// @throws StorageException when the file cannot be read or written
    public synchronized void prepare() {
        TinkVault now = read();
        if (now.names().getLast().equals(now.primary())) {
            replace(now.withNewKey());
        }
    }

    /// Seals with another key from now on: the prepared one, or a new one where none is. The old ones stay, for
    /// opening. One process at a time may change the file.
    ///
    /// @throws StorageException when the file cannot be read or written
    public synchronized void rotate() {
        prepare();
        replace(loaded().withNewestAsPrimary());
    }

    private void replace(TinkVault changed) {
        keys = changed.keys();
        file.replace(keys);
        loaded = changed;
    }

    private synchronized TinkVault read() {
        String now = file.read();
        if (!now.equals(keys)) {
            loaded = new TinkVault(now);
            keys = now;
        }
        return load();
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
