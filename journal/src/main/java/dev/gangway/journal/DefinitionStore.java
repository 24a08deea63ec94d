package dev.gangway.journal;

import dev.gangway.base.WorldId;
import dev.gangway.workflow.Definition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of `journal.definition`.
final class DefinitionStore {
    private static final RowMapper<SavedDefinition> SAVED = (row, _) -> new SavedDefinition(
            row.getString("name"),
            row.getString("version"),
            row.getString("label"),
            row.getString("text"),
            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
            row.getString("saved_by"));

    /// Makes it the newest of its name. One that was saved before is only moved to the front.
    void save(Handle tx, WorldId world, Definition definition, Instant now, String actor) {
        tx.createUpdate("""
                insert into journal.definition (world_id, name, version, label, text, save, saved_at, saved_by)
                values (:world, :name, :version, :label, :text, nextval('journal.save'), :now, :actor)
                on conflict (world_id, name, version) do update
                   set save = excluded.save, saved_at = excluded.saved_at, saved_by = excluded.saved_by,
                       removed_at = null
                """)
                .bind("world", world.value())
                .bind("name", definition.name())
                .bind("version", definition.version())
                .bind("label", definition.label())
                .bind("text", definition.text())
                .bind("now", now)
                .bind("actor", actor)
                .execute();
    }

    /// Lets nobody else save under this name until the transaction ends.
    void lock(Handle tx, WorldId world, String name) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('workflow ' || :world || ' ' || :name, 0))")
                .bind("world", world.value())
                .bind("name", name)
                .map((_, _) -> true)
                .one();
    }

    Optional<SavedDefinition> newest(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select * from journal.definition
                 where world_id = :world and name = :name and removed_at is null
                 order by save desc limit 1
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map(SAVED)
                .findOne();
    }

    /// The SHA-256 of the newest.
    Optional<String> newestVersion(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select version from journal.definition
                 where world_id = :world and name = :name and removed_at is null
                 order by save desc limit 1
                """)
                .bind("world", world.value())
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /// The newest that its author labelled so, or the newest of all when the label is empty; one that was removed only
    /// when there is no other.
    Optional<SavedDefinition> named(Handle tx, WorldId world, String name, String label) {
        return tx.createQuery("""
                select * from journal.definition
                 where world_id = :world and name = :name and (:label = '' or label = :label)
                 order by removed_at is null desc, save desc limit 1
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("label", label)
                .map(SAVED)
                .findOne();
    }

    void remove(Handle tx, WorldId world, String name, Instant now) {
        tx.createUpdate("""
                update journal.definition set removed_at = :now
                 where world_id = :world and name = :name and removed_at is null
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("now", now)
                .execute();
    }

    /// Deletes what was removed before `before` and no run needs any more.
    int forget(Handle tx, WorldId world, Instant before) {
        return tx.createUpdate("""
                delete from journal.definition d
                 where d.world_id = :world and d.removed_at < :before
                   and not exists (
                     select from journal.run r
                      where r.world_id = d.world_id and r.workflow = d.name and r.version = d.version)
                """)
                .bind("world", world.value())
                .bind("before", before)
                .execute();
    }

    /// A version, removed or not.
    Optional<SavedDefinition> version(Handle tx, WorldId world, String name, String version) {
        return tx.createQuery("""
                select * from journal.definition
                 where world_id = :world and name = :name and version = :version
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("version", version)
                .map(SAVED)
                .findOne();
    }

    /// Whether a version is there, and was not removed.
    boolean has(Handle tx, WorldId world, String name, String version) {
        return tx.createQuery("""
                select 1 from journal.definition
                 where world_id = :world and name = :name and version = :version and removed_at is null
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("version", version)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// The newest of each name, by name.
    List<SavedDefinition> list(Handle tx, WorldId world) {
        return tx.createQuery("""
                select distinct on (name) * from journal.definition
                 where world_id = :world and removed_at is null
                 order by name, save desc
                """).bind("world", world.value()).map(SAVED).list();
    }

    /// Newest first.
    List<SavedDefinition> versions(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select * from journal.definition
                 where world_id = :world and name = :name and removed_at is null
                 order by save desc
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map(SAVED)
                .list();
    }
}
