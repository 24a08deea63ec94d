package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Rows of `journal.run` that are to go.
final class RetentionStore {
    /// Deletes at most `limit` runs that ended before `before`, of those that no other run started or whose starter is
    /// gone; says how many. Steps and events go with them. Index: `run_ended`.
    int forget(Handle tx, WorldId world, Instant before, int limit) {
        return tx.createUpdate("""
                delete from journal.run
                 where world_id = :world and id in (
                   select r.id from journal.run r
                    where r.world_id = :world and r.ended_at < :before
                      and not exists (
                        select from journal.run p where p.world_id = r.world_id and p.id = r.parent_id)
                    order by r.ended_at limit :limit)
                """)
                .bind("world", world.value())
                .bind("before", before)
                .bind("limit", limit)
                .execute();
    }
}
