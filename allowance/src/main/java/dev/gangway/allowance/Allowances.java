package dev.gangway.allowance;

import dev.gangway.allowance.Pace.Turn;
import dev.gangway.allowance.PassStore.Crowd;
import dev.gangway.allowance.PassStore.Pass;
import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Holds calls back that a connection does not take yet. All nodes of one database count together. Thread-safe.
public final class Allowances {
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2); // one that did not end by then is lost
    private static final Duration PATIENCE = Duration.ofMinutes(10); // with one that does not come back for its turn

    private final Database database;
    private final Clocks clocks;
    private final PassStore store = new PassStore();

    /// A call that wants to go.
    ///
    /// @param id the same each time that it asks
    public record Call(WorldId world, String connection, Limits limits, String id) {}

    public Allowances(Database database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /// Lets a call go: then [#leave] must follow. Or says how long it has to wait: its turn is kept, and comes then.
    public Optional<Duration> enter(Call call) {
        return enter(call, true);
    }

    /// Like [#enter(Call)] for one who does not come back: no turn is kept.
    public Optional<Duration> enterNow(Call call) {
        return enter(call, false);
    }

    private Optional<Duration> enter(Call call, boolean patient) {
        if (call.limits().isNone()) {
            return Optional.empty();
        }
        Instant now = clocks.now(call.world()).truncatedTo(ChronoUnit.MICROS);
        return database.transaction(tx -> decide(tx, call, patient, now));
    }

    private Optional<Duration> decide(Handle tx, Call call, boolean patient, Instant now) {
        Pace pace = store.lock(tx, call.world(), call.connection(), now);
        store.forgetLost(tx, call.world(), call.connection(), now, now.minus(PATIENCE));
        Optional<Pass> pass = store.find(tx, call.world(), call.connection(), call.id());
        if (pass.isPresent() && pass.get().running()) {
            return begin(tx, call, now); // the process ended in between, or asks twice
        }
        Turn turn = pass.map(kept -> new Turn(kept.goAt(), pace)).orElseGet(() -> pace.turn(call.limits(), now));
        Optional<Duration> wait = wait(tx, call, turn, now);
        if (wait.isPresent() && !patient) {
            return wait;
        }
        store.move(tx, call.world(), call.connection(), turn.after());
        if (wait.isEmpty()) {
            return begin(tx, call, now);
        }
        store.await(tx, call.world(), call.connection(), call.id(), turn.goAt());
        return wait;
    }

    private Optional<Duration> wait(Handle tx, Call call, Turn turn, Instant now) {
        if (turn.goAt().isAfter(now)) {
            return Optional.of(Duration.between(now, turn.goAt()));
        }
        Integer places = call.limits().concurrent();
        if (places == null) {
            return Optional.empty();
        }
        Crowd crowd = store.crowd(tx, call.world(), call.connection(), now);
        return crowd.running() < places ? Optional.empty() : Optional.of(Pace.crowded(crowd.waiting(), places));
    }

    private Optional<Duration> begin(Handle tx, Call call, Instant now) {
        store.begin(tx, call.world(), call.connection(), call.id(), now, now.plus(LONGEST_CALL));
        return Optional.empty();
    }

    /// The call is over, whatever came of it.
    public void leave(Call call) {
        if (!call.limits().isNone()) {
            database.run(tx -> store.end(tx, call.world(), call.connection(), call.id()));
        }
    }
}
