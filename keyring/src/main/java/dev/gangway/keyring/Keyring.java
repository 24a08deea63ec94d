package dev.gangway.keyring;

import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Json;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.StorageException;
import dev.gangway.storage.VaultKeys;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys of the vault while everything runs: what each still seals, and how another takes over. After that, what
/// older keys sealed is sealed anew in the background; they stay in the file, for copies of the database. Thread-safe.
public final class Keyring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1); // for values that were held when last looked at
    private static final String CHANGED = "vault_keys_changed";

    private final Database database;
    private final AuditTrail audit;
    private final VaultKeys keys;
    private final Report report;
    private final Resealing resealing;
    private final KeyringStore store = new KeyringStore();
    private @Nullable Worker worker;
    private boolean looked; // of the worker's thread

    /// @param columns everything that the vault seals
    public Keyring(Database database, AuditTrail audit, VaultKeys keys, List<SealedColumn> columns) {
        this.database = database;
        this.audit = audit;
        this.keys = keys;
        this.report = new Report(database, columns);
        this.resealing = new Resealing(database, keys, columns);
    }

    /// Begins to seal anew what older keys sealed, and to notice what other nodes do to the keys.
    public void start() {
        worker = new Worker("resealing", LOOK_EVERY, this::look);
        database.listen(CHANGED, this::changedElsewhere);
    }

    public RouteTable routes() {
        return new KeyringRoutes(this);
    }

    /// Oldest first, those at the end that values name and nobody has. Reads everything that is sealed.
    List<VaultKey> all() {
        return report.of(keys.names());
    }

    /// Adds a key that only opens until the next rotation, where there is none.
    ///
    /// @throws StorageException when the file of the keys cannot be changed
    List<VaultKey> prepare(Actor actor) {
        return change("vault_key.prepared", actor, VaultKeys::prepare);
    }

    /// Seals with another key from now on: the prepared one, or a new one.
    ///
    /// @throws StorageException when the file of the keys cannot be changed
    List<VaultKey> rotate(Actor actor) {
        return change("vault_key.rotated", actor, VaultKeys::rotate);
    }

    /// The file goes first: a crash before the commit leaves a key that no record tells of, never the reverse.
    private List<VaultKey> change(String action, Actor actor, Consumer<VaultKeys> how) {
        database.run(tx -> {
            store.hold(tx);
            keys.reload();
            VaultKeys.Names before = keys.names();
            how.accept(keys);
            VaultKeys.Names after = keys.names();
            if (!after.equals(before)) {
                audit.record(new AuditEntry(
                        WorldId.MAIN,
                        null,
                        after.all().getLast(),
                        actor,
                        action,
                        Json.MAPPER.valueToTree(before),
                        Json.MAPPER.valueToTree(after)));
                database.publish(CHANGED, action);
            }
        });
        return all();
    }

    /// Also for a file that was copied here. Not the first time: a start has other things to do, and only what was cut
    /// off would wait.
    private boolean look() {
        boolean first = !looked;
        looked = true;
        if (first) {
            return false;
        }
        keys.reload();
        return resealing.pass();
    }

    /// @param how empty when something may have been missed
    private void changedElsewhere(String how) {
        try {
            keys.reload();
            if (worker != null && !how.isEmpty()) {
                worker.wake();
            }
        } catch (StorageException unreadable) {
            LOG.atError().setCause(unreadable).log("the keys of the vault cannot be read; the known ones hold on");
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
