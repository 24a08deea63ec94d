package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Ids;
import dev.gangway.base.WorldId;
import dev.gangway.journal.StepCaller.Step;
import dev.gangway.journal.StepCaller.Watched;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Port;
import dev.gangway.workflow.RunInfo;
import dev.gangway.workflow.Stage;
import dev.gangway.workflow.StepKind;
import dev.gangway.workflow.StepPolicy;
import dev.gangway.workflow.Subscription;
import dev.gangway.workflow.WorkflowError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of which nothing is kept: its calls are made as those of any run, or get the answers that it was given; pauses
/// are skipped, and nobody hears what it emits.
final class Trial implements Port {
    private static final int MOST_STAGES = 100;

    private final WorldId world;
    private final StepCaller steps;
    private final Instant now;
    private final RunInfo run;
    private final List<CannedAnswer> answers;
    private final List<TrialStep> made = new ArrayList<>();
    private final List<TrialStage> stages = new ArrayList<>();
    private int answered;

    /// @param answers to its calls, one after another, the last to all further ones; none to make them
    Trial(WorldId world, StepCaller steps, Instant now, JsonNode input, List<CannedAnswer> answers) {
        this.world = world;
        this.steps = steps;
        this.now = now;
        this.answers = answers;
        this.run = new RunInfo(Ids.of("test"), input, now);
    }

    /// What its data were, from shaping to shaping; the first hundred.
    List<TrialStage> stages() {
        return List.copyOf(stages);
    }

    /// What it asked for, in order.
    List<TrialStep> made() {
        return List.copyOf(made);
    }

    @Override
    public Outcome step(String path, StepKind kind, JsonNode arguments, StepPolicy policy) {
        Watched watched = kind == StepKind.EMIT
                ? new Watched(new Outcome.Done(NullNode.instance), null)
                : called(new Step(world, run.id(), key(path), kind, arguments, policy.deadline(), false));
        made.add(TrialStep.of(path, kind, arguments, watched));
        return watched.outcome();
    }

    /// A real call that is to be made later is not made again: nothing waits in between.
    private Watched called(Step step) {
        if (!answers.isEmpty()) {
            return new Watched(steps.answered(step, answers.get(Math.min(answered++, answers.size() - 1))), null);
        }
        Watched watched = steps.watch(step);
        return watched.outcome() instanceof Outcome.Failed(WorkflowError error)
                ? new Watched(new Outcome.Failed(error.after(null)), watched.exchange())
                : watched;
    }

    @Override
    public void entered(String path, JsonNode input) {
        shaped(path, Stage.INPUT, input);
    }

    @Override
    public void shaped(String path, Stage stage, JsonNode value) {
        if (stages.size() < MOST_STAGES) {
            stages.add(new TrialStage(path, stage.word(), value));
        }
    }

    @Override
    public Outcome sleepUntil(String path, Instant instant) {
        return new Outcome.Done(NullNode.instance);
    }

    @Override
    public Outcome await(String path, Subscription subscription, @Nullable Instant deadline) {
        return Outcome.failed(ErrorKind.CONFIGURATION, "A test waits for no events.");
    }

    @Override
    public Outcome children(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        return Outcome.failed(ErrorKind.CONFIGURATION, "A test starts no other runs.");
    }

    @Override
    public Instant now(String path) {
        return now;
    }

    @Override
    public double random(String path) {
        return 0.5;
    }

    @Override
    public String key(String path) {
        return run.id() + path;
    }

    @Override
    public RunInfo run() {
        return run;
    }
}
