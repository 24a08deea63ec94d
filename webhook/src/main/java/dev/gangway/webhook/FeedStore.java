package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Rows of `webhook.feed`: how far each world's events are numbered. Positions become visible in their order,
/// because the row stays locked until they are committed.
final class FeedStore {
    /// Takes the feed of `world` until the transaction ends, and returns the last position that was given out;
    /// empty when another publisher has it, or when there is no such row.
    Optional<Long> take(Handle tx, WorldId world) {
        return tx.createQuery("""
                select last_position from webhook.feed
                 where world_id = :world
                   for update skip locked
                """)
                .bind("world", world.value())
                .mapTo(Long.class)
                .findOne();
    }

    /// Begins the feed of a world, at 0, unless it has one; says whether it did. Asks first: a conflict with a
    /// row that another publisher has would wait for it.
    boolean begin(Handle tx, WorldId world) {
        return tx.createUpdate("""
                insert into webhook.feed (world_id, last_position)
                select :world, 0
                 where not exists (select 1 from webhook.feed where world_id = :world)
                    on conflict (world_id) do nothing
                """).bind("world", world.value()).execute() == 1;
    }

    void advance(Handle tx, WorldId world, long lastPosition) {
        tx.createUpdate("""
                update webhook.feed set last_position = :lastPosition where world_id = :world
                """)
                .bind("world", world.value())
                .bind("lastPosition", lastPosition)
                .execute();
    }
}
