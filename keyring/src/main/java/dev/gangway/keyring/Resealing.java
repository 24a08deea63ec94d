package dev.gangway.keyring;

import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.VaultKeys;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals anew, with the key that seals now, what older keys sealed: each value in a transaction of its own, beside
/// everything else that goes on. What ends by itself is left alone.
final class Resealing {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final Database database;
    private final VaultKeys keys;
    private final List<SealedColumn> columns;

    Resealing(Database database, VaultKeys keys, List<SealedColumn> columns) {
        this.database = database;
        this.keys = keys;
        this.columns = columns.stream().filter(SealedColumn::lasting).toList();
    }

    /// One look at everything. A value that does not open stays as it is and is complained of.
    ///
    /// @return whether something was sealed anew, so that there may be more
    boolean pass() {
        List<String> older = keys.names().older();
        if (older.isEmpty()) {
            return false;
        }
        boolean any = false;
        for (SealedColumn column : columns) {
            for (List<String> row : database.read(tx -> column.sealedBy(tx, older))) {
                any |= seal(column, row);
            }
        }
        return any;
    }

    private boolean seal(SealedColumn column, List<String> row) {
        try {
            return database.transaction(tx -> column.seal(tx, keys.vault(), row));
        } catch (IllegalStateException unreadable) {
            LOG.atWarn().addKeyValue("reason", unreadable.getMessage()).log("a value stays as it is");
            return false;
        }
    }
}
