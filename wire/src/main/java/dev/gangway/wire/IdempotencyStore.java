package dev.gangway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Rows of `wire.idempotency`.
record IdempotencyStore(Vault vault) {
    static final SealedColumn SEALED = new SealedColumn(
            "wire.idempotency", "answer", false, List.of("world_id", "partner_id", "environment", "operation", "key"));

    /// Takes the key, waiting for a transaction that is taking it now. False when it is taken; one from before
    /// `expired` counts as free.
    boolean claim(Handle tx, IdempotencyKey id, Instant now, Instant expired) {
        return scoped(id, tx.createUpdate("""
                        insert into wire.idempotency as taken
                          (world_id, partner_id, environment, operation, key, body_hash, created_at)
                        values (:world, :partner, :environment, :operation, :key, :bodyHash, :now)
                        on conflict (world_id, partner_id, environment, operation, key) do update
                           set body_hash = excluded.body_hash, answer = null, created_at = excluded.created_at
                         where taken.created_at < :expired
                        """))
                        .bind("bodyHash", id.bodyHash())
                        .bind("now", now)
                        .bind("expired", expired)
                        .execute()
                == 1;
    }

    void keep(Handle tx, IdempotencyKey id, Answer answer) {
        int kept = scoped(id, tx.createUpdate("""
                update wire.idempotency set answer = :answer
                 where world_id = :world and partner_id = :partner and environment = :environment
                   and operation = :operation and key = :key
                """))
                .bind("answer", vault.seal(write(answer), id.context()))
                .execute();
        if (kept != 1) {
            throw new IllegalStateException("the claimed idempotency key is gone");
        }
    }

    /// The answer that the key got with this body; empty when it came with another.
    Optional<Answer> find(Handle tx, IdempotencyKey id) {
        return scoped(id, tx.createQuery("""
                select answer from wire.idempotency
                 where world_id = :world and partner_id = :partner and environment = :environment
                   and operation = :operation and key = :key and body_hash = :bodyHash
                """))
                .bind("bodyHash", id.bodyHash())
                .mapTo(byte[].class)
                .findOne()
                .map(kept -> read(vault.open(kept, id.context())));
    }

    void prune(Handle tx, WorldId world, Instant before) {
        tx.createUpdate("delete from wire.idempotency where world_id = :world and created_at < :before")
                .bind("world", world.value())
                .bind("before", before)
                .execute();
    }

    private static <S extends SqlStatement<S>> S scoped(IdempotencyKey id, S statement) {
        return statement
                .bind("world", id.world().value())
                .bind("partner", id.partner())
                .bind("environment", id.environment().wire())
                .bind("operation", id.operation())
                .bind("key", id.key());
    }

    private static byte[] write(Answer answer) {
        ObjectNode stored = Json.object().put("status", answer.status());
        ObjectNode headers = stored.putObject("headers");
        answer.headers().forEach(headers::put);
        return switch (answer.body()) {
            case Answer.Body.Bytes(byte[] bytes) ->
                Json.bytes(stored.put("body", new String(bytes, StandardCharsets.UTF_8)));
            case Answer.Body.Stream _ -> throw new IllegalArgumentException("a streamed answer cannot be kept");
        };
    }

    private static Answer read(byte[] stored) {
        JsonNode answer = Json.parse(stored);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        byte[] body = answer.path("body").asText().getBytes(StandardCharsets.UTF_8);
        return new Answer(answer.path("status").asInt(), headers, new Answer.Body.Bytes(body));
    }
}
