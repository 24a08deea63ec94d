package dev.gangway.journal;

import dev.gangway.base.Json;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Texts;
import dev.gangway.workflow.WorkflowError;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down how runs end, and tells those who wait for it.
record Endings(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final RunStore RUNS = new RunStore();
    private static final EventStore EVENTS = new EventStore();

    void ended(Claimed run, Ending ending) {
        RunState state = switch (ending) {
            case Ending.Completed _ -> RunState.COMPLETED;
            case Ending.Failed _ -> RunState.FAILED;
            case Ending.Cancelled _ -> RunState.CANCELLED;
        };
        if (run.parent() == null && !run.listens() && !(ending instanceof Ending.Failed)) {
            engine.database().statement(tx -> end(tx, run, state, ending)); // which nobody waits for
        } else {
            engine.database().run(tx -> endAmongOthers(tx, run, state, ending));
        }
        engine.written().run();
    }

    private boolean end(Handle tx, Claimed run, RunState state, Ending ending) {
        if (!RUNS.end(tx, run, state, Texts.of(ending), engine.now(run.world()))) {
            throw new Leaving.Fenced();
        }
        return true;
    }

    private void endAmongOthers(Handle tx, Claimed run, RunState state, Ending ending) {
        if (run.parent() != null) {
            RUNS.lock(tx, run.world(), run.parent()); // parents before children, like all who lock both
        }
        end(tx, run, state, ending);
        EVENTS.clear(tx, run);
        if (run.parent() != null) {
            RUNS.wakeParent(tx, run, engine.now(run.world()));
        } else if (ending instanceof Ending.Failed(WorkflowError error)) {
            new Failures(engine).handle(run, error);
        }
    }

    /// A person must look at it.
    void stuck(Claimed run, String why) {
        LOG.atError().addKeyValue("run", run.id()).addKeyValue("why", why).log("a run is stuck");
        engine.database().run(tx -> RUNS.end(tx, run, RunState.STUCK, Json.text(why), engine.now(run.world())));
    }
}
