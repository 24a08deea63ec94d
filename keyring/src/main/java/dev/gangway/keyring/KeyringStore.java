package dev.gangway.keyring;

import org.jdbi.v3.core.Handle;

/// Holds the key file against other nodes that share it.
final class KeyringStore {
    /// Lets nobody else change the keys until the transaction ends.
    void hold(Handle tx) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('vault keys', 0))::text")
                .mapTo(String.class)
                .one();
    }
}
