package dev.gangway.journal;

import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.WorkflowError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does steps, each on the thread that asks for it.
record Performing(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(Performing.class);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int SHORT_WAITS = 5; // then the run makes room for others, and hears of what people want
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    /// A call that can be broken off.
    ///
    /// @param begins comes right before a call that must not be made twice
    Performed perform(StepCaller.Step step, Runnable begins) {
        if (isOver(step)) {
            return new Performed.Done(Outcome.LATE);
        }
        Optional<Duration> pause = heldBack(step);
        if (pause.isPresent()) {
            return new Performed.Held(pause.get());
        }
        boolean repeatable = engine.steps().isRepeatable(step);
        if (!repeatable) {
            begins.run();
        }
        return new Performed.Done(during(step, repeatable));
    }

    private boolean isOver(StepCaller.Step step) {
        return step.deadline() != null && !engine.now(step.world()).isBefore(step.deadline());
    }

    private Outcome during(StepCaller.Step step, boolean repeatable) {
        Outcome outcome = engine.underWay().during(step, most(step), repeatable, () -> outcome(step));
        return outcome instanceof Outcome.Failed(WorkflowError error) && error.is(ErrorKind.CANCELLED)
                ? new Outcome.Failed(WorkflowError.cancelled(error.detail(), engine.now(step.world())))
                : outcome;
    }

    private Duration most(StepCaller.Step step) {
        Instant deadline = step.deadline();
        if (deadline == null) {
            return LONGEST_CALL;
        }
        Duration left = Duration.between(engine.now(step.world()), deadline);
        return left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL;
    }

    private Outcome outcome(StepCaller.Step step) {
        try {
            return engine.steps().call(step);
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).addKeyValue("run", step.run()).log("a step threw");
            return Outcome.failed(ErrorKind.RUNTIME, "The step failed inside Gangway; the log has more.");
        }
    }

    /// A short wait is over sooner here than when somebody looks again for runs that are due.
    private Optional<Duration> heldBack(StepCaller.Step step) {
        Optional<Duration> pause = engine.steps().heldBack(step);
        for (int wait = 1; wait <= SHORT_WAITS && isShort(pause) && slept(pause.get()); wait++) {
            pause = engine.steps().heldBack(step);
        }
        return pause;
    }

    private static boolean isShort(Optional<Duration> pause) {
        return pause.isPresent() && pause.get().compareTo(SHORT) <= 0;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
