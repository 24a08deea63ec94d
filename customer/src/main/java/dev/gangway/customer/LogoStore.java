package dev.gangway.customer;

import dev.gangway.base.WorldId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Rows of `customer.logo`: checked PNGs.
final class LogoStore {
    void put(Handle tx, WorldId world, String clientId, byte[] png, Instant now) {
        tx.createUpdate("""
                insert into customer.logo (world_id, client_id, png, given_at)
                values (:world, :clientId, :png, :now)
                on conflict (world_id, client_id) do update set png = excluded.png, given_at = excluded.given_at
                """)
                .bind("world", world.value())
                .bind("clientId", clientId)
                .bind("png", png)
                .bind("now", now)
                .execute();
    }

    void remove(Handle tx, WorldId world, String clientId) {
        tx.createUpdate("delete from customer.logo where world_id = :world and client_id = :clientId")
                .bind("world", world.value())
                .bind("clientId", clientId)
                .execute();
    }
}
