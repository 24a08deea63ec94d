package dev.gangway.provider;

import dev.gangway.base.WorldId;
import dev.gangway.openapi.ModelFormat;
import dev.gangway.openapi.OperationModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Operation models at rest.
final class OperationStore {
    /// Adds `operations`, the first of which is the `position`th of its document.
    void insert(Handle tx, WorldId world, String provider, int version, int position, List<OperationModel> operations) {
        PreparedBatch batch = tx.prepareBatch("""
                insert into provider.operation (world_id, provider, version, position, id, method, path, summary,
                                                heading, deprecated, digest, model)
                values (:world, :provider, :version, :position, :id, :method, :path, :summary,
                        :heading, :deprecated, :digest, :model)
                """);
        int at = position;
        for (OperationModel operation : operations) {
            byte[] model = ModelFormat.bytes(operation);
            batch.bind("world", world.value())
                    .bind("provider", provider)
                    .bind("version", version)
                    .bind("position", at++)
                    .bind("id", operation.id())
                    .bind("method", operation.method())
                    .bind("path", operation.path())
                    .bind("summary", operation.summary())
                    .bind("heading", operation.group())
                    .bind("deprecated", operation.deprecated())
                    .bind("digest", Digests.sha256(model))
                    .bind("model", model)
                    .add();
        }
        batch.execute();
    }

    /// In the document's order.
    List<OperationSummary> list(Handle tx, WorldId world, String provider, int version) {
        return tx.createQuery("""
                select id, method, path, summary, heading, deprecated
                  from provider.operation
                 where world_id = :world and provider = :provider and version = :version
                 order by position
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("version", version)
                .map((row, context) -> new OperationSummary(
                        row.getString("id"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getString("summary"),
                        row.getString("heading"),
                        row.getBoolean("deprecated")))
                .list();
    }

    Optional<OperationModel> find(Handle tx, WorldId world, String provider, int version, String id) {
        return tx.createQuery("""
                select model from provider.operation
                 where world_id = :world and provider = :provider and version = :version and id = :id
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("version", version)
                .bind("id", id)
                .map((row, context) -> ModelFormat.read(row.getBytes("model"), OperationModel.class))
                .findOne();
    }

    /// The digest of every model, as text, by operation.
    Map<String, String> digests(Handle tx, WorldId world, String provider, int version) {
        return tx
                .createQuery("""
                select id, encode(digest, 'hex') as digest
                  from provider.operation
                 where world_id = :world and provider = :provider and version = :version
                """)
                .bind("world", world.value())
                .bind("provider", provider)
                .bind("version", version)
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("digest")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void deleteAll(Handle tx, WorldId world, String provider) {
        tx.createUpdate("delete from provider.operation where world_id = :world and provider = :provider")
                .bind("world", world.value())
                .bind("provider", provider)
                .execute();
    }
}
