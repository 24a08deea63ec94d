package dev.gangway.journal;

import dev.gangway.base.Json;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Texts;
import dev.gangway.workflow.WorkflowError;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down how runs end, and tells those who wait for it.
record Endings(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final RunStore RUNS = new RunStore();
    private static final StepStore STEPS = new StepStore();
    private static final EventStore EVENTS = new EventStore();
    private static final ChildStore CHILDREN = new ChildStore();

    /// @param last what the run did last, when that is not on record yet
    void ended(Claimed run, Ending ending, Optional<Written> last) {
        RunState state = switch (ending) {
            case Ending.Completed _ -> RunState.COMPLETED;
            case Ending.Failed _ -> RunState.FAILED;
            case Ending.Cancelled _ -> RunState.CANCELLED;
        };
        if (run.parent() == null && !run.listens() && !(ending instanceof Ending.Failed)) {
            engine.database().statement(tx -> endAlone(tx, run, state, ending, last));
        } else {
            engine.database().run(tx -> endAmongOthers(tx, run, state, ending, last));
        }
        engine.written().run();
    }

    /// Nobody waits for it: one statement.
    private boolean endAlone(Handle tx, Claimed run, RunState state, Ending ending, Optional<Written> last) {
        Instant now = engine.now(run.world());
        boolean ours = last.map(step -> STEPS.writeLast(tx, run, step, state, Texts.of(ending), now))
                .orElseGet(() -> RUNS.end(tx, run, state, Texts.of(ending), now));
        if (!ours) {
            throw new Leaving.Fenced();
        }
        return true;
    }

    private void endAmongOthers(Handle tx, Claimed run, RunState state, Ending ending, Optional<Written> last) {
        if (run.parent() != null) {
            RUNS.lock(tx, run.world(), run.parent()); // parents before children, like all who lock both
        }
        endAlone(tx, run, state, ending, last);
        EVENTS.clear(tx, run);
        if (run.parent() != null) {
            RUNS.wakeParent(tx, run, engine.now(run.world()));
        } else if (ending instanceof Ending.Failed(WorkflowError error)) {
            new Failures(engine).handle(run, error);
        }
    }

    /// A person must look at it. When one did and cancelled it, it ends.
    void stuck(Claimed run, String why) {
        if (run.givenUp()) {
            engine.database().run(tx -> abandon(tx, run));
            return;
        }
        LOG.atError().addKeyValue("run", run.id()).addKeyValue("why", why).log("a run is stuck");
        engine.database().run(tx -> RUNS.end(tx, run, RunState.STUCK, Json.text(why), engine.now(run.world())));
    }

    /// Ends a run that cannot go on, not even to clean up, with those that it started.
    private void abandon(Handle tx, Claimed run) {
        if (RUNS.lockWithParent(tx, run)) {
            CHILDREN.cancel(tx, run, null, engine.now(run.world()));
            endAmongOthers(tx, run, RunState.CANCELLED, new Ending.Cancelled(), Optional.empty());
            engine.database().afterCommit(engine.wake());
        }
    }
}
