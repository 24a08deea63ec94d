package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.journal.Leaving.Fenced;
import dev.gangway.journal.Leaving.Parked;
import dev.gangway.journal.Leaving.Stuck;
import dev.gangway.journal.RunStore.Standing;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Instructed;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The journal of one run that this node holds: what was recorded is told again, what comes new is written before it is
/// told; a call that may be made again, before anything else happens. One thread.
final class Log {
    private static final Set<String> WAITS = Set.of("sleep", "await", "children"); // they go on where nobody runs

    private final Engine engine;
    private final Claimed run;
    private final List<Recorded> recorded;
    private final RunStore runs = new RunStore();
    private final StepStore steps = new StepStore();
    private final InterventionStore interventions = new InterventionStore();
    private final Map<String, JsonNode> instructions;
    private int position;
    private boolean cancelling;
    private boolean told;
    private boolean suspended;
    private boolean begun;
    private @Nullable Written kept;

    Log(Engine engine, Claimed run) {
        this.engine = engine;
        this.run = run;
        this.recorded =
                run.isFresh() ? List.of() : engine.database().read(tx -> steps.journal(tx, run.world(), run.id()));
        this.instructions = run.instructed()
                ? engine.database().read(tx -> interventions.pending(tx, run, recorded.size()))
                : Map.of();
        this.cancelling = run.cancelling();
    }

    /// A call of the port at the next position.
    ///
    /// @param arguments JSON
    record Asked(int position, String path, String kind, String arguments, Instant at) {
        String hash() {
            return Texts.hash(path, kind, arguments);
        }
    }

    int position() {
        return position;
    }

    /// What is on record for the next position; when nothing is, what `happens`, which writes it. A run that is to be
    /// cancelled hears of that once, instead.
    Outcome next(String path, String kind, Object arguments, Supplier<Outcome> happens) {
        return next(path, kind, arguments, happens, () -> {});
    }

    /// @param onCancel done before the run hears that it is to be cancelled, or that the call is not to be made
    Outcome next(String path, String kind, Object arguments, Supplier<Outcome> happens, Runnable onCancel) {
        writeKept();
        Asked asked = new Asked(position, path, kind, Json.text(arguments), engine.now(run.world()));
        if (suspended) { // when we last looked: one that was resumed since goes on at once
            park(new Parking(null, path, engine.now(run.world())));
        }
        if (position < recorded.size()) {
            Recorded before = recorded.get(position);
            before.difference(position, path, kind, asked.arguments()).ifPresent(why -> {
                throw new Stuck(why);
            });
            return before.outcome() == null ? write(asked, Outcome.UNKNOWN) : passed(Texts.outcome(before.outcome()));
        }
        if (cancelling && !told) {
            onCancel.run();
            return write(asked, Outcome.cancelled(engine.now(run.world())));
        }
        JsonNode told = instructions.get(path);
        if (told != null) {
            onCancel.run();
            return instructed(asked, told);
        }
        return happens.get();
    }

    private Outcome instructed(Asked asked, JsonNode told) {
        Outcome outcome = Instructed.outcome(asked.kind(), Json.parse(asked.arguments()), told);
        String text = engine.database().transaction(tx -> {
            interventions.used(tx, run, asked.path(), asked.position());
            return write(tx, asked, outcome);
        });
        instructions.remove(asked.path());
        return written(text);
    }

    /// Like [#next] for a value that costs nothing: it is told even to a run that is to be cancelled.
    Outcome drawn(String path, String kind, Outcome value) {
        if (position < recorded.size()) {
            return next(path, kind, "", () -> value);
        }
        writeKept();
        return write(asked(path, kind, ""), value);
    }

    private Outcome passed(Outcome outcome) {
        position++;
        told |= outcome instanceof Outcome.Failed(var error) && error.is(ErrorKind.CANCELLED);
        return outcome;
    }

    /// Whether the run has heard that it is to be cancelled.
    boolean knowsOfCancellation() {
        return told;
    }

    /// The next position, for one who writes it itself.
    Asked asked(String path, String kind, Object arguments) {
        return new Asked(position, path, kind, Json.text(arguments), engine.now(run.world()));
    }

    /// Notes that a call begins that must not be made twice.
    void begin(Asked asked) {
        put(row(asked, null));
        begun = true;
    }

    Outcome write(Asked asked, Outcome outcome) {
        String text = Texts.bounded(outcome);
        put(row(asked, text));
        return passed(Texts.outcome(text));
    }

    /// What a call came to. One that must not be made twice is written now; another one right before what comes next,
    /// or together with the end of the run.
    Outcome made(Asked asked, Outcome outcome) {
        if (begun) {
            begun = false;
            return write(asked, outcome);
        }
        String text = Texts.bounded(outcome);
        kept = row(asked, text);
        return passed(Texts.outcome(text));
    }

    /// What is not written yet.
    Optional<Written> kept() {
        return Optional.ofNullable(kept);
    }

    private void writeKept() {
        if (kept != null) {
            put(kept);
            kept = null;
        }
    }

    /// Writes within a transaction of the caller's; [#written] goes on from there once that is committed.
    String write(Handle tx, Asked asked, Outcome outcome) {
        String text = Texts.bounded(outcome);
        stands(steps.write(tx, run, row(asked, text)).orElseThrow(Fenced::new));
        return text;
    }

    Outcome written(String text) {
        engine.written().run();
        return passed(Texts.outcome(text));
    }

    private void put(Written row) {
        stands(engine.database().statement(tx -> steps.write(tx, run, row)).orElseThrow(Fenced::new));
        engine.written().run();
    }

    private Written row(Asked asked, @Nullable String outcome) {
        return new Written(
                asked.position(),
                asked.path(),
                asked.kind(),
                asked.hash(),
                asked.arguments(),
                outcome,
                WAITS.contains(asked.kind()) ? null : asked.at(),
                engine.now(run.world()));
    }

    private void stands(Standing standing) {
        cancelling = standing.cancelling();
        suspended = standing.state() == RunState.SUSPENDED;
    }

    /// Locks the run's row until the end of the transaction.
    void lock(Handle tx) {
        stands(runs.lock(tx, run).orElseThrow(Fenced::new));
    }

    /// Gives the run back, within a transaction of the caller's, who throws [Parked] once that is committed.
    void park(Handle tx, Parking parking) {
        if (!runs.park(tx, run, parking, told, engine.now(run.world()))) {
            throw new Fenced();
        }
    }

    /// Gives the run back and leaves.
    RuntimeException park(Parking parking) {
        engine.database().run(tx -> park(tx, parking));
        throw new Parked();
    }
}
