package dev.gangway.webhook;

import static dev.gangway.webhook.Columns.instant;
import static dev.gangway.webhook.Columns.optionalInstant;

import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import dev.gangway.storage.SealedColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of `webhook.signing_key`.
final class SigningKeyStore {
    static final SealedColumn SEALED =
            new SealedColumn("webhook.signing_key", "sealed_private", true, List.of("world_id", "kid"));

    private static final RowMapper<SigningKey> KEY = (row, _) -> new SigningKey(
            new WorldId(row.getString("world_id")),
            row.getString("kid"),
            Environment.of(row.getString("environment")),
            row.getBytes("x"),
            row.getBytes("y"),
            Optional.ofNullable(row.getBytes("sealed_private")),
            instant(row, "created_at"),
            optionalInstant(row, "expired_at"));

    void insert(Handle tx, SigningKey key) {
        tx.createUpdate("""
                insert into webhook.signing_key (world_id, kid, environment, x, y, sealed_private, created_at)
                values (:world, :kid, :environment, :x, :y, :sealedPrivate, :createdAt)
                """)
                .bind("world", key.world().value())
                .bind("kid", key.kid())
                .bind("environment", key.environment().wire())
                .bind("x", key.x())
                .bind("y", key.y())
                .bind("sealedPrivate", key.sealedPrivate().orElseThrow())
                .bind("createdAt", key.createdAt())
                .execute();
    }

    /// The key that signs. Index: `signing_key_current`.
    Optional<SigningKey> current(Handle tx, WorldId world, Environment environment) {
        return tx.createQuery("""
                select world_id, kid, environment, x, y, sealed_private, created_at, expired_at
                  from webhook.signing_key
                 where world_id = :world and environment = :environment and expired_at is null
                """)
                .bind("world", world.value())
                .bind("environment", environment.wire())
                .map(KEY)
                .findOne();
    }

    Optional<SigningKey> find(Handle tx, WorldId world, Environment environment, String kid) {
        return tx.createQuery("""
                select world_id, kid, environment, x, y, sealed_private, created_at, expired_at
                  from webhook.signing_key
                 where world_id = :world and kid = :kid and environment = :environment
                """)
                .bind("world", world.value())
                .bind("kid", kid)
                .bind("environment", environment.wire())
                .map(KEY)
                .findOne();
    }

    /// Newest first. A few rows: retired keys are soon pruned.
    List<SigningKey> all(Handle tx, WorldId world) {
        return tx.createQuery("""
                select world_id, kid, environment, x, y, sealed_private, created_at, expired_at
                  from webhook.signing_key
                 where world_id = :world
                 order by created_at desc, kid
                """).bind("world", world.value()).map(KEY).list();
    }

    /// Lets nobody else replace the key of an environment until the transaction ends.
    void hold(Handle tx, WorldId world, Environment environment) {
        tx.createQuery("""
                select 1 from pg_advisory_xact_lock(
                  hashtextextended(concat_ws('/', 'webhook.signing_key', :world, :environment), 0))
                """)
                .bind("world", world.value())
                .bind("environment", environment.wire())
                .mapTo(Integer.class)
                .one();
    }

    /// Wipes the private half of the key that signs.
    void retireCurrent(Handle tx, WorldId world, Environment environment, Instant now) {
        tx.createUpdate("""
                update webhook.signing_key
                   set expired_at = :now, sealed_private = null
                 where world_id = :world and environment = :environment and expired_at is null
                """)
                .bind("world", world.value())
                .bind("environment", environment.wire())
                .bind("now", now)
                .execute();
    }

    void prune(Handle tx, WorldId world, Instant expiredBefore) {
        tx.createUpdate("""
                delete from webhook.signing_key where world_id = :world and expired_at < :expiredBefore
                """)
                .bind("world", world.value())
                .bind("expiredBefore", expiredBefore)
                .execute();
    }
}
