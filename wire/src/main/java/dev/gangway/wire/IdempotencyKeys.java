package dev.gangway.wire;

import dev.gangway.base.Answer;
import dev.gangway.base.Clocks;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Failure;
import dev.gangway.base.Request;
import dev.gangway.base.WorldId;
import dev.gangway.customer.RefusedException;
import dev.gangway.storage.Database;
import dev.gangway.storage.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The same `Idempotency-Key` with the same body gets the first answer again, byte for byte, and does nothing twice.
///
/// The key's row and the change are one transaction, so neither exists without the other; a second request with
/// the key waits at the row's primary key until the first has committed. A refusal by a business rule is an answer
/// too: its changes are rolled back to a savepoint, and it is kept.
final class IdempotencyKeys {
    /// How long an answer is kept.
    static final Duration KEPT = Duration.ofHours(24);

    private static final int LONGEST = 255;
    private static final String SAVEPOINT = "before_the_work";

    private final Database database;
    private final Clocks clocks;
    private final ErrorStyle errors;
    private final IdempotencyStore store;

    IdempotencyKeys(Database database, Clocks clocks, Vault vault, ErrorStyle errors) {
        this.database = database;
        this.clocks = clocks;
        this.errors = errors;
        this.store = new IdempotencyStore(vault);
    }

    /// @throws PlaidException INVALID_FIELD when the header is empty or too long
    static Optional<String> keyOf(Request request) {
        Optional<String> key = request.header("Idempotency-Key");
        key.filter(text -> text.isBlank() || text.length() > LONGEST).ifPresent(_ -> {
            throw new PlaidException(
                    PlaidError.INVALID_FIELD, "Idempotency-Key must be 1 to " + LONGEST + " characters");
        });
        return key;
    }

    /// The answer of `work`, or the one that the key got before.
    ///
    /// @throws PlaidException INVALID_FIELD when the key came with another body before
    Answer once(Call call, String operation, String key, Supplier<Answer> work) {
        Instant now = clocks.now(call.world());
        IdempotencyKey id = IdempotencyKey.of(call, operation, key);
        return database.transaction(tx -> {
            if (store.claim(tx, id, now, now.minus(KEPT))) {
                Answer answer = keepingRefusals(tx, call, work);
                store.keep(tx, id, answer);
                return answer;
            }
            return store.find(tx, id)
                    .orElseThrow(() -> new PlaidException(
                            PlaidError.INVALID_FIELD, "Idempotency-Key must not be used again with another body"));
        });
    }

    private Answer keepingRefusals(Handle tx, Call call, Supplier<Answer> work) {
        tx.savepoint(SAVEPOINT);
        try {
            return identified(work.get(), call);
        } catch (PlaidException | RefusedException refused) {
            tx.rollbackToSavepoint(SAVEPOINT);
            return identified(errors.render(call.request().id(), new Failure.Thrown(refused)), call);
        }
    }

    /// The header of a repeated answer names the request that its body names.
    private static Answer identified(Answer answer, Call call) {
        return answer.withHeader("x-request-id", call.request().id());
    }

    /// Deletes what is older than [#KEPT].
    void prune(WorldId world) {
        database.run(tx -> store.prune(tx, world, clocks.now(world).minus(KEPT)));
    }
}
