package dev.gangway.provider;

import dev.gangway.base.WorldId;
import dev.gangway.openapi.ModelFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Providers and the versions of their documents at rest.
final class ProviderStore {
    /// A document that was read, to be kept.
    record NewVersion(
            int number,
            byte[] document,
            byte[] digest,
            String source,
            Overview overview,
            int operations,
            Instant at,
            String by) {}

    Optional<Provider> find(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select provider.name, provider.built_in, version.number, version.source, version.overview,
                       version.operations, version.imported_at
                  from provider.provider
                  join provider.version on version.world_id = provider.world_id
                   and version.provider = provider.name and version.number = provider.version
                 where provider.world_id = :world and provider.name = :name
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map((row, context) -> provider(row))
                .findOne();
    }

    List<Provider> list(Handle tx, WorldId world) {
        return tx.createQuery("""
                select provider.name, provider.built_in, version.number, version.source, version.overview,
                       version.operations, version.imported_at
                  from provider.provider
                  join provider.version on version.world_id = provider.world_id
                   and version.provider = provider.name and version.number = provider.version
                 where provider.world_id = :world
                 order by provider.built_in, provider.name
                """)
                .bind("world", world.value())
                .map((row, context) -> provider(row))
                .list();
    }

    /// What is served of `name` now: its number, digest and format.
    Optional<Served> served(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select version.number, version.digest, version.format
                  from provider.provider
                  join provider.version on version.world_id = provider.world_id
                   and version.provider = provider.name and version.number = provider.version
                 where provider.world_id = :world and provider.name = :name
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map((row, context) -> new Served(row.getInt("number"), row.getBytes("digest"), row.getInt("format")))
                .findOne();
    }

    record Served(int number, byte[] digest, int format) {}

    /// Imported providers whose served version was read by a Gangway that kept something else of it.
    List<Stale> stale(Handle tx) {
        return tx.createQuery("""
                select provider.world_id, provider.name, version.source, version.document
                  from provider.provider
                  join provider.version on version.world_id = provider.world_id
                   and version.provider = provider.name and version.number = provider.version
                 where version.format <> :format and not provider.built_in
                """)
                .bind("format", ModelFormat.VERSION)
                .map((row, context) -> new Stale(
                        new WorldId(row.getString("world_id")),
                        row.getString("name"),
                        row.getString("source"),
                        row.getBytes("document")))
                .list();
    }

    record Stale(WorldId world, String name, String source, byte[] document) {}

    /// Makes imports of one provider go one by one, until `tx` ends.
    void lock(Handle tx, WorldId world, String name) {
        tx.createQuery("select pg_advisory_xact_lock(hashtextextended('provider/' || :world || '/' || :name, 0))::text")
                .bind("world", world.value())
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /// The number of the newest version that ever was; 0 when there is none.
    int newest(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select coalesce(max(number), 0) from provider.version where world_id = :world and provider = :name
                """)
                .bind("world", world.value())
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }

    void insertVersion(Handle tx, WorldId world, String name, NewVersion version) {
        tx.createUpdate("""
                insert into provider.version (world_id, provider, number, document, digest, format, source, overview,
                                              operations, tolerated, imported_at, imported_by)
                values (:world, :name, :number, :document, :digest, :format, :source, :overview,
                        :operations, :tolerated, :at, :by)
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("number", version.number())
                .bind("document", version.document())
                .bind("digest", version.digest())
                .bind("format", ModelFormat.VERSION)
                .bind("source", version.source())
                .bind("overview", ModelFormat.bytes(version.overview()))
                .bind("operations", version.operations())
                .bind("tolerated", version.overview().tolerated().size())
                .bind("at", version.at())
                .bind("by", version.by())
                .execute();
    }

    /// Serves `version` under `name` from now on.
    void serve(Handle tx, WorldId world, String name, int version, boolean builtIn) {
        tx.createUpdate("""
                insert into provider.provider (world_id, name, version, built_in)
                values (:world, :name, :version, :builtIn)
                on conflict (world_id, name) do update set version = :version, built_in = :builtIn
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("version", version)
                .bind("builtIn", builtIn)
                .execute();
    }

    List<ProviderVersion> versions(Handle tx, WorldId world, String name) {
        return tx.createQuery("""
                select number, source, overview, operations, tolerated, imported_at, imported_by
                  from provider.version
                 where world_id = :world and provider = :name
                 order by number desc
                """)
                .bind("world", world.value())
                .bind("name", name)
                .map((row, context) -> version(row))
                .list();
    }

    Optional<Overview> overview(Handle tx, WorldId world, String name, int version) {
        return tx.createQuery("""
                select overview from provider.version
                 where world_id = :world and provider = :name and number = :version
                """)
                .bind("world", world.value())
                .bind("name", name)
                .bind("version", version)
                .map((row, context) -> overview(row))
                .findOne();
    }

    void deleteProvider(Handle tx, WorldId world, String name) {
        tx.createUpdate("delete from provider.provider where world_id = :world and name = :name")
                .bind("world", world.value())
                .bind("name", name)
                .execute();
    }

    void deleteVersions(Handle tx, WorldId world, String name) {
        tx.createUpdate("delete from provider.version where world_id = :world and provider = :name")
                .bind("world", world.value())
                .bind("name", name)
                .execute();
    }

    private static Provider provider(ResultSet row) throws SQLException {
        Overview overview = overview(row);
        return new Provider(
                row.getString("name"),
                row.getInt("number"),
                overview.title(),
                overview.version(),
                overview.specification(),
                overview.description(),
                overview.logo(),
                row.getString("source"),
                row.getBoolean("built_in"),
                overview.servers(),
                overview.schemes(),
                row.getInt("operations"),
                overview.tolerated().size(),
                instant(row));
    }

    private static ProviderVersion version(ResultSet row) throws SQLException {
        Overview overview = overview(row);
        return new ProviderVersion(
                row.getInt("number"),
                overview.version(),
                overview.specification(),
                row.getString("source"),
                row.getInt("operations"),
                row.getInt("tolerated"),
                instant(row),
                row.getString("imported_by"));
    }

    private static Overview overview(ResultSet row) throws SQLException {
        return ModelFormat.read(row.getBytes("overview"), Overview.class);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("imported_at", OffsetDateTime.class).toInstant();
    }
}
