package dev.gangway.audit;

import dev.gangway.base.WorldId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The chain over the recorded events: where it ends, what is not on it yet, and its links in order.
final class ChainStore {
    /// Makes sure that `world` has a chain, an empty one at first.
    void open(Handle tx, WorldId world) {
        tx.createUpdate("""
                insert into audit.chain (world_id, position, hash)
                values (:world, :position, decode(:hash, 'hex'))
                on conflict (world_id) do nothing
                """)
                .bind("world", world.value())
                .bind("position", ChainEnd.START.position())
                .bind("hash", ChainEnd.START.hash())
                .execute();
    }

    /// The end of `world`'s chain, locked until `tx` ends: one node seals at a time.
    ChainEnd lockEnd(Handle tx, WorldId world) {
        return tx.createQuery("""
                select position, encode(hash, 'hex') as hash from audit.chain where world_id = :world for update
                """)
                .bind("world", world.value())
                .map((row, context) -> new ChainEnd(row.getLong("position"), row.getString("hash")))
                .one();
    }

    /// The end of `world`'s chain; empty while nothing was ever sealed there.
    Optional<ChainEnd> end(Handle tx, WorldId world) {
        return tx.createQuery("""
                select position, encode(hash, 'hex') as hash from audit.chain where world_id = :world
                """)
                .bind("world", world.value())
                .map((row, context) -> new ChainEnd(row.getLong("position"), row.getString("hash")))
                .findOne();
    }

    /// The highest position that a row claims; 0 when none does. Index: `event_position`.
    long lastPosition(Handle tx, WorldId world) {
        return tx.createQuery("""
                select coalesce(max(position), 0) from audit.event where world_id = :world and position is not null
                """)
                .bind("world", world.value())
                .mapTo(long.class)
                .one();
    }

    /// Whether an event waits to be sealed. Index: `event_unsealed`.
    boolean hasUnsealed(Handle tx, WorldId world) {
        return tx.createQuery("""
                select exists (select from audit.event where world_id = :world and position is null)
                """)
                .bind("world", world.value())
                .mapTo(boolean.class)
                .one();
    }

    /// At most `limit` committed events that are not on the chain, oldest first. Index: `event_unsealed`.
    List<StoredEvent> unsealed(Handle tx, WorldId world, int limit) {
        return tx.createQuery("""
                select world_id, id, at, partner, subject, actor, request_id, action, changes
                  from audit.event
                 where world_id = :world and position is null
                 order by id limit :limit
                """)
                .bind("world", world.value())
                .bind("limit", limit)
                .map((row, context) -> StoredEvent.of(row))
                .list();
    }

    void seal(Handle tx, WorldId world, List<SealedEvent> links) {
        tx.createUpdate("""
                update audit.event
                   set position = link.position,
                       previous_hash = decode(link.previous_hash, 'hex'),
                       hash = decode(link.hash, 'hex')
                  from unnest(:ids, :positions, :previousHashes, :hashes) as link (id, position, previous_hash, hash)
                 where event.world_id = :world and event.id = link.id
                """)
                .bind("world", world.value())
                .bindArray(
                        "ids",
                        Long.class,
                        links.stream().map(link -> link.event().id()).toList())
                .bindArray(
                        "positions",
                        Long.class,
                        links.stream().map(SealedEvent::position).toList())
                .bindArray(
                        "previousHashes",
                        String.class,
                        links.stream().map(SealedEvent::previousHash).toList())
                .bindArray(
                        "hashes",
                        String.class,
                        links.stream().map(SealedEvent::hash).toList())
                .execute();
    }

    void moveEnd(Handle tx, WorldId world, ChainEnd end) {
        tx.createUpdate("""
                update audit.chain set position = :position, hash = decode(:hash, 'hex') where world_id = :world
                """)
                .bind("world", world.value())
                .bind("position", end.position())
                .bind("hash", end.hash())
                .execute();
    }

    /// At most `limit` links behind `after`, up to `last`, in chain order. Index: `event_position`.
    List<SealedEvent> sealedBetween(Handle tx, WorldId world, long after, long last, int limit) {
        return tx.createQuery("""
                select world_id, id, at, partner, subject, actor, request_id, action, changes,
                       position, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
                  from audit.event
                 where world_id = :world and position > :after and position <= :last
                 order by position limit :limit
                """)
                .bind("world", world.value())
                .bind("after", after)
                .bind("last", last)
                .bind("limit", limit)
                .map((row, context) -> SealedEvent.of(row))
                .list();
    }
}
