package dev.gangway.journal;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.TaskPaths;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people do to runs: each is one transaction, on record with who and why, and tells how the run stands then.
/// What changes a run's course is refused while a node is at work on it. Thread-safe.
public final class Interventions {
    private static final Set<String> ENDED_BADLY = Set.of("failed", "cancelled");
    private static final Set<String> STANDING_STILL = Set.of("suspended", "stuck");

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final DefinitionShelf shelf;
    private final UnaryOperator<Run> seen;
    private final Runnable wake;
    private final OperatorStore operators = new OperatorStore();
    private final CourseStore courses = new CourseStore();
    private final InterventionStore store = new InterventionStore();
    private final DefinitionStore definitions = new DefinitionStore();
    private final RunViewStore views = new RunViewStore();

    Interventions(
            Database database,
            Clocks clocks,
            AuditTrail audit,
            DefinitionShelf shelf,
            UnaryOperator<Run> seen,
            Runnable wake) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.shelf = shelf;
        this.seen = seen;
        this.wake = wake;
    }

    /// Whose run, which step of it, who wants something of it, and why.
    ///
    /// @param path of the step's task in the run, such as `/each[3]/create`; null for the whole run
    public record Wish(
            WorldId world,
            String run,
            @Nullable String path,
            @Nullable String reason,
            Actor actor) {
        String place() {
            return String.valueOf(path);
        }
    }

    /// What can be done to a whole run.
    public enum Action {
        CANCEL,
        SUSPEND,
        RESUME,
        RETRY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A cancelled run may still clean up.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT when its state does not allow it
    public Run act(Wish wish, Action action) {
        return done(wish, made(wish, action.word(), null, null, false), (tx, before) -> {
            var now = clocks.now(wish.world());
            boolean done = switch (action) {
                case CANCEL -> operators.cancel(tx, wish.world(), wish.run(), now);
                case SUSPEND -> operators.suspend(tx, wish.world(), wish.run(), now);
                case RESUME -> operators.resume(tx, wish.world(), wish.run(), now);
                case RETRY -> before.parent() == null && operators.retry(tx, wish.world(), wish.run(), now);
            };
            refuseUnless(done, "the run is " + before.state());
        });
    }

    /// Lets a step come to `output` without being done: the one that failed last, the one that the run waits in, or,
    /// of a run that stands still, any to come.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT when that step is not the one; REQUEST_INVALID when the
    ///     output is larger than 256 KiB
    public Run complete(Wish wish, JsonNode output) {
        if (Json.bytes(output).length > Workflows.LARGEST_INPUT) {
            throw new ProblemException(REQUEST_INVALID, "output: at most 256 KiB");
        }
        return done(wish, made(wish, "complete", output, null, true), (tx, before) -> decide(tx, wish, before));
    }

    /// Like [#complete], with nothing for an output.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT when that step is not the one
    public Run skip(Wish wish) {
        return done(wish, made(wish, "skip", null, null, true), (tx, before) -> decide(tx, wish, before));
    }

    private void decide(Handle tx, Wish wish, Run before) {
        String path = wish.place();
        Run seen = this.seen.apply(before);
        if (!before.isHosted() || seen.waitsAt() == null) {
            refuseWhileAtWork(tx, wish);
        }
        if (ENDED_BADLY.contains(before.state())) {
            boolean failedHere = operators
                    .lastFailure(tx, wish.world(), wish.run())
                    .filter(path::equals)
                    .isPresent();
            refuseUnless(failedHere, "the run did not fail at " + path);
            boolean goesOn = operators.retry(tx, wish.world(), root(wish.run()), clocks.now(wish.world()))
                    && found(tx, wish).state().equals("active");
            refuseUnless(goesOn, "the run that started this one did not fail because of it");
        } else if (STANDING_STILL.contains(before.state())) {
            Definition definition = shelf.version(wish.world(), before.workflow(), before.version());
            refuseUnless(TaskPaths.isIn(definition, path), "its workflow has no task at " + path);
        } else {
            refuseUnless(path.equals(seen.waitsAt()), "the run does not wait at " + path);
        }
        courses.instruct(tx, wish.world(), wish.run(), clocks.now(wish.world()));
    }

    /// Forgets everything from a step on, with the runs that were started since, and lets the run do it again. Events
    /// that
    /// it consumed do not come back.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT for a run that another one waits for
    public Run restart(Wish wish) {
        return done(wish, made(wish, "restart", null, null, false), (tx, before) -> {
            refuseWhileAtWork(tx, wish);
            refuseUnless(before.parent() == null, "restart the run that started it");
            int from = courses.firstAt(tx, wish.world(), wish.run(), wish.place())
                    .orElseThrow(() -> new ProblemException(NOT_FOUND, "the run did nothing at " + wish.place()));
            courses.forget(tx, wish.world(), wish.run(), from);
            courses.revive(tx, wish.world(), wish.run(), clocks.now(wish.world()));
        });
    }

    /// Goes on with another version of its workflow, held against what is on record: where they differ, the run is
    /// stuck, and can be restarted from there.
    ///
    /// @param version SHA-256
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT for a run that is completed, or waited for
    public Run move(Wish wish, String version) {
        return done(wish, made(wish, "move", null, version, false), (tx, before) -> {
            if (!before.isHosted()) { // which notices, and leaves where it is
                refuseWhileAtWork(tx, wish);
            }
            refuseUnless(before.parent() == null, "move the run that started it");
            refuseUnless(!before.state().equals("completed"), "the run is completed");
            if (definitions
                    .version(tx, wish.world(), before.workflow(), version)
                    .isEmpty()) {
                throw new ProblemException(NOT_FOUND, before.workflow() + " has no version " + version);
            }
            Definition definition = shelf.version(wish.world(), before.workflow(), version);
            List<String> listens = List.copyOf(Listening.types(definition.tree()));
            courses.move(tx, wish.world(), wish.run(), version, listens, clocks.now(wish.world()));
        });
    }

    /// What was done to a run, in order.
    ///
    /// @throws ProblemException NOT_FOUND
    public List<Intervention> list(WorldId world, String run) {
        return database.read(tx -> views.find(tx, world, run)
                .map(found -> store.list(tx, world, found.id()))
                .orElseThrow(() -> Workflows.noRun(run)));
    }

    private Run done(Wish wish, Intervention made, BiConsumer<Handle, Run> doing) {
        return database.transaction(tx -> {
            Run before = found(tx, wish);
            store.add(tx, wish.world(), wish.run(), made);
            doing.accept(tx, before);
            Run after = found(tx, wish);
            audit.record(new AuditEntry(
                    wish.world(),
                    null,
                    wish.run(),
                    wish.actor(),
                    "run." + made.action(),
                    Json.object().put("state", before.state()),
                    wish.reason() == null ? NullNode.instance : Json.object().put("reason", wish.reason())));
            database.afterCommit(wake);
            return after;
        });
    }

    private Intervention made(
            Wish wish, String action, @Nullable JsonNode output, @Nullable String version, boolean pending) {
        return new Intervention(
                clocks.now(wish.world()),
                wish.actor().name(),
                action,
                wish.path(),
                output,
                version,
                wish.reason(),
                pending);
    }

    private Run found(Handle tx, Wish wish) {
        return views.find(tx, wish.world(), wish.run()).orElseThrow(() -> Workflows.noRun(wish.run()));
    }

    private void refuseWhileAtWork(Handle tx, Wish wish) {
        refuseUnless(courses.isIdle(tx, wish.world(), wish.run()), "the run is at work: suspend it first");
    }

    /// A child's id begins with its parent's.
    private static String root(String run) {
        int dot = run.indexOf('.');
        return dot < 0 ? run : run.substring(0, dot);
    }

    private static void refuseUnless(boolean allowed, String reason) {
        if (!allowed) {
            throw new ProblemException(STATE_CONFLICT, reason);
        }
    }
}
