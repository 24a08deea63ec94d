package dev.gangway.partner;

import dev.gangway.base.Environment;
import dev.gangway.base.LastUses.Use;
import dev.gangway.base.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Partners' keys at rest.
final class KeyStore {
    void insert(Handle tx, PartnerName partner, PartnerKey key, Secret secret) {
        tx.createUpdate("""
                insert into partner.api_key (world_id, partner, id, environment, hash, created_at)
                values (:world, :partner, :id, :environment, :hash, :createdAt)
                """)
                .bind("world", partner.world().value())
                .bind("partner", partner.id())
                .bind("id", key.id())
                .bind("environment", key.environment().wire())
                .bind("hash", secret.hash())
                .bind("createdAt", key.createdAt())
                .execute();
    }

    /// The keys of `partner` that are live at `now`, oldest first. Index: `api_key_partner`.
    List<PartnerKey> live(Handle tx, PartnerName partner, Instant now) {
        return tx.createQuery("""
                select id, environment, created_at, expires_at, last_used_at
                  from partner.api_key
                 where world_id = :world and partner = :partner
                   and revoked_at is null and (expires_at is null or expires_at > :now)
                 order by created_at, id
                """)
                .bind("world", partner.world().value())
                .bind("partner", partner.id())
                .bind("now", now)
                .map((row, context) -> new PartnerKey(
                        row.getString("id"),
                        Environment.of(row.getString("environment")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "expires_at"),
                        instant(row, "last_used_at")))
                .list();
    }

    /// What opens the door for `partner` at `now`. Index: `api_key_partner`.
    List<Credential> credentials(Handle tx, PartnerName partner, Instant now) {
        return tx.createQuery("""
                select id, environment, hash, expires_at
                  from partner.api_key
                 where world_id = :world and partner = :partner
                   and revoked_at is null and (expires_at is null or expires_at > :now)
                """)
                .bind("world", partner.world().value())
                .bind("partner", partner.id())
                .bind("now", now)
                .map((row, context) -> new Credential(
                        row.getString("id"),
                        Environment.of(row.getString("environment")),
                        row.getBytes("hash"),
                        instant(row, "expires_at")))
                .list();
    }

    void setExpiry(Handle tx, PartnerName partner, PartnerKey key) {
        tx.createUpdate("""
                update partner.api_key set expires_at = :expiresAt
                 where world_id = :world and partner = :partner and id = :id
                """)
                .bind("world", partner.world().value())
                .bind("partner", partner.id())
                .bind("id", key.id())
                .bind("expiresAt", key.expiresAt())
                .execute();
    }

    void revoke(Handle tx, PartnerName partner, String id, Instant now) {
        tx.createUpdate("""
                update partner.api_key set revoked_at = :now
                 where world_id = :world and partner = :partner and id = :id
                """)
                .bind("world", partner.world().value())
                .bind("partner", partner.id())
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    void used(Handle tx, List<Use> uses) {
        tx.createUpdate("""
                update partner.api_key set last_used_at = used.at
                  from unnest(:worlds, :ids, :times::timestamptz[]) as used (world_id, id, at)
                 where api_key.world_id = used.world_id and api_key.id = used.id
                   and (api_key.last_used_at is null or api_key.last_used_at < used.at)
                """)
                .bindArray(
                        "worlds",
                        String.class,
                        uses.stream().map(use -> use.world().value()).toList())
                .bindArray("ids", String.class, uses.stream().map(Use::id).toList())
                .bindArray(
                        "times",
                        String.class,
                        uses.stream().map(use -> use.at().toString()).toList())
                .execute();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
