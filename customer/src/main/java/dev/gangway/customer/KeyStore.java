package dev.gangway.customer;

import dev.gangway.base.Ids;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// Rows of `customer.api_key`.
final class KeyStore {
    private static final int SECRET_DIGITS = 30; // 120 random bits

    /// Issues a key of each kind, in one statement.
    ///
    /// @return the secrets, in the order of `kinds`; only their hashes are kept
    List<Secret> issue(Handle tx, WorldId world, String clientId, Instant now, List<KeyKind> kinds) {
        List<Secret> secrets =
                kinds.stream().map(_ -> new Secret(Ids.hex(SECRET_DIGITS))).toList();
        tx.createUpdate("""
                insert into customer.api_key (world_id, id, client_id, kind, hash, issued_at)
                select :world, key.id, :clientId, key.kind, decode(key.hash, 'hex'), :now
                  from unnest(:ids, :kinds, :hashes) as key (id, kind, hash)
                """)
                .bind("world", world.value())
                .bind("clientId", clientId)
                .bind("now", now)
                .bindArray(
                        "ids",
                        String.class,
                        kinds.stream().map(_ -> Ids.of("key")).toList())
                .bindArray(
                        "kinds", String.class, kinds.stream().map(KeyKind::wire).toList())
                .bindArray("hashes", String.class, hex(secrets))
                .execute();
        return secrets;
    }

    private static List<String> hex(List<Secret> secrets) {
        return secrets.stream()
                .map(secret -> HexFormat.of().formatHex(secret.hash()))
                .toList();
    }

    /// The live keys, oldest first. Index: `api_key_live`.
    List<CustomerKey> live(Handle tx, WorldId world, String clientId) {
        return tx.createQuery("""
                select id, kind, issued_at
                  from customer.api_key
                 where world_id = :world and client_id = :clientId and revoked_at is null
                 order by issued_at, id
                """)
                .bind("world", world.value())
                .bind("clientId", clientId)
                .map((row, context) -> new CustomerKey(
                        row.getString("id"),
                        KeyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("issued_at").toInstant()))
                .list();
    }

    /// Whether this is the hash of a live key of the customer. Index: `api_key_live`.
    boolean isLive(Handle tx, String clientId, byte[] hash) {
        return tx.createQuery("""
                select exists (
                  select from customer.api_key
                   where client_id = :clientId and hash = :hash and revoked_at is null)
                """)
                .bind("clientId", clientId)
                .bind("hash", hash)
                .mapTo(boolean.class)
                .one();
    }

    /// Revokes one live key; false when there is no such live key.
    boolean revoke(Handle tx, WorldId world, String clientId, String id, Instant now) {
        return tx.createUpdate("""
                        update customer.api_key set revoked_at = :now
                         where world_id = :world and client_id = :clientId and id = :id and revoked_at is null
                        """)
                        .bind("world", world.value())
                        .bind("clientId", clientId)
                        .bind("id", id)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /// Revokes all live keys of a kind.
    void revokeAll(Handle tx, WorldId world, String clientId, KeyKind kind, Instant now) {
        tx.createUpdate("""
                update customer.api_key set revoked_at = :now
                 where world_id = :world and client_id = :clientId and kind = :kind and revoked_at is null
                """)
                .bind("world", world.value())
                .bind("clientId", clientId)
                .bind("kind", kind.wire())
                .bind("now", now)
                .execute();
    }
}
