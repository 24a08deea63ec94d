package dev.gangway.partner;

import dev.gangway.base.Json;
import dev.gangway.base.ListKey;
import dev.gangway.base.WorldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Partners at rest.
final class PartnerStore {
    void insert(Handle tx, Partner partner) {
        tx.createUpdate("""
                insert into partner.partner (world_id, id, client_id, name, settings, created_at)
                values (:world, :id, :clientId, :name, :settings::jsonb, :createdAt)
                """)
                .bind("world", partner.world().value())
                .bind("id", partner.id())
                .bind("clientId", partner.clientId())
                .bind("name", partner.name())
                .bind("settings", Json.text(partner.settings()))
                .bind("createdAt", partner.createdAt())
                .execute();
    }

    Optional<Partner> find(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select world_id, id, client_id, name, settings, logo is not null as has_logo, created_at
                  from partner.partner
                 where world_id = :world and id = :id
                """)
                .bind("world", world.value())
                .bind("id", id)
                .map((row, context) -> partner(row))
                .findOne();
    }

    /// Like [#find], holding the row until `tx` ends: whatever changes a partner or its keys goes one by one.
    Optional<Partner> lock(Handle tx, WorldId world, String id) {
        return tx.createQuery("""
                select world_id, id, client_id, name, settings, logo is not null as has_logo, created_at
                  from partner.partner
                 where world_id = :world and id = :id
                   for no key update
                """)
                .bind("world", world.value())
                .bind("id", id)
                .map((row, context) -> partner(row))
                .findOne();
    }

    /// Who has this client id, which never changes. Index: `partner_client_id`.
    Optional<PartnerName> named(Handle tx, String clientId) {
        return tx.createQuery("""
                select world_id, id from partner.partner where client_id = :clientId
                """)
                .bind("clientId", clientId)
                .map((row, context) -> new PartnerName(new WorldId(row.getString("world_id")), row.getString("id")))
                .findOne();
    }

    /// At most `limit` partners behind `key` whose names contain `part` in any case, oldest first.
    /// Index: `partner_created`.
    List<Partner> list(Handle tx, WorldId world, String part, ListKey key, int limit) {
        return tx.createQuery("""
                select world_id, id, client_id, name, settings, logo is not null as has_logo, created_at
                  from partner.partner
                 where world_id = :world and (created_at, id) > (:createdAt, :id)
                   and strpos(lower(name), lower(:part)) > 0
                 order by created_at, id limit :limit
                """)
                .bind("world", world.value())
                .bind("part", part)
                .bind("createdAt", key.createdAt())
                .bind("id", key.id())
                .bind("limit", limit)
                .map((row, context) -> partner(row))
                .list();
    }

    void setSettings(Handle tx, Partner partner) {
        tx.createUpdate("""
                update partner.partner set settings = :settings::jsonb where world_id = :world and id = :id
                """)
                .bind("world", partner.world().value())
                .bind("id", partner.id())
                .bind("settings", Json.text(partner.settings()))
                .execute();
    }

    Optional<byte[]> logo(Handle tx, Partner partner) {
        return tx.createQuery("""
                select logo from partner.partner where world_id = :world and id = :id and logo is not null
                """)
                .bind("world", partner.world().value())
                .bind("id", partner.id())
                .mapTo(byte[].class)
                .findOne();
    }

    void setLogo(Handle tx, Partner partner, byte[] png) {
        tx.createUpdate("""
                update partner.partner set logo = :png where world_id = :world and id = :id
                """)
                .bind("world", partner.world().value())
                .bind("id", partner.id())
                .bind("png", png)
                .execute();
    }

    void removeLogo(Handle tx, Partner partner) {
        tx.createUpdate("""
                update partner.partner set logo = null where world_id = :world and id = :id
                """)
                .bind("world", partner.world().value())
                .bind("id", partner.id())
                .execute();
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                new WorldId(row.getString("world_id")),
                row.getString("id"),
                row.getString("client_id"),
                row.getString("name"),
                Json.read(Json.parse(row.getString("settings")), PartnerSettings.class),
                row.getBoolean("has_logo"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
