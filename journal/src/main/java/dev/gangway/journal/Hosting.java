package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import dev.gangway.journal.RunStore.Standing;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Subscription;
import java.util.List;
import java.util.Optional;

/// What an engine elsewhere needs of us to take runs to their ends. Each method may be called again with the same, and
/// then does nothing more. What is told of a run that is the host's no more is not heard. Thread-safe.
public final class Hosting {
    private final Engine engine;
    private final RunStore runs = new RunStore();
    private final StepStore steps = new StepStore();
    private final EventStore events = new EventStore();
    private final InterventionStore interventions = new InterventionStore();
    private final HostedStore hosted = new HostedStore();

    Hosting(Engine engine) {
        this.engine = engine;
    }

    /// What the run runs.
    public Definition definition(Claimed run) {
        return engine.definitions().version(run.world(), run.workflow(), run.version());
    }

    /// A run to begin where it left off.
    ///
    /// @param recorded how many positions of its journal are here
    public record Begun(Claimed run, int recorded) {}

    /// Empty when it is the host's no more.
    public Optional<Begun> begin(WorldId world, String run, long epoch) {
        return engine.database()
                .read(tx ->
                        hosted.find(tx, world, run, epoch).map(found -> new Begun(found, steps.count(tx, world, run))));
    }

    /// The journal of a run as it was when it began there. Nothing of that changes while the run goes on there.
    public List<Recorded> recorded(Begun begun) {
        Claimed run = begun.run();
        return begun.recorded() == 0
                ? List.of()
                : engine.database().read(tx -> steps.journal(tx, run.world(), run.id(), 0, begun.recorded()));
    }

    /// @param position of the call that the run makes next
    public Orders orders(Claimed run, int position) {
        return engine.database().transaction(tx -> {
            Optional<Standing> standing = runs.lock(tx, run);
            return standing.map(found -> new Orders(
                            true,
                            found.cancelling(),
                            found.state() == RunState.SUSPENDED
                                    || !found.version().equals(run.version()),
                            interventions.pending(tx, run, position)))
                    .orElse(Orders.STOP);
        });
    }

    /// The step at `path` does what it was told instead of what it would have done. Until that is on record, [#orders]
    /// for its position say it again.
    public void instructed(Claimed run, String path, int position) {
        engine.database().run(tx -> interventions.used(tx, run, path, position));
    }

    /// Does a step, on this thread; broken off like those that are done here.
    ///
    /// @param isAgain whether it may have been done already
    public Performed perform(StepCaller.Step step, boolean isAgain) {
        return isAgain && !engine.steps().isRepeatable(step)
                ? new Performed.Done(Outcome.UNKNOWN)
                : new Performing(engine).perform(step, () -> {});
    }

    /// Gives an event to every run that may listen for it, and puts that on record.
    ///
    /// @param positions what the run did since it began there; the last of them is the one that emits the event
    public void emit(Claimed run, JsonNode event, List<Written> positions) {
        engine.database().run(tx -> {
            if (runs.lock(tx, run).isPresent() && !hosted.isKept(tx, run, positions.getLast())) {
                new Events(engine).send(tx, run.world(), event);
                hosted.keep(tx, run, positions);
            }
        });
    }

    /// What a run waited for came to.
    ///
    /// @param isOurs whether the run is the host's still
    /// @param outcome empty while the run must wait
    public record Found(boolean isOurs, Optional<Outcome> outcome) {
        private static final Found GONE = new Found(false, Optional.empty());
    }

    /// What comes of listening, the events being consumed.
    ///
    /// @param isLate whether it waits no longer
    public Found await(Claimed run, int position, Subscription subscription, boolean isLate) {
        return engine.database().transaction(tx -> {
            events.waits(tx);
            return runs.lock(tx, run)
                    .map(_ -> new Found(true, Hearing.heard(tx, run, position, subscription, isLate)))
                    .orElse(Found.GONE);
        });
    }

    /// Begins runs for a position of `run`, and says what they came to.
    ///
    /// @param isLate whether it waits no longer
    public Found children(Claimed run, int position, List<ChildSpec> specs, Join join, boolean isLate) {
        return engine.database()
                .transaction(tx -> runs.lock(tx, run)
                        .map(_ -> new Found(true, new Children(engine, run).joined(tx, position, specs, join, isLate)))
                        .orElse(Found.GONE));
    }

    /// Tells those that were begun for a position to stop.
    public void cancelChildren(Claimed run, int position) {
        engine.database().run(tx -> new Children(engine, run).cancel(tx, position));
    }

    /// Puts on record what a run did since it began there, and goes on there.
    public void keep(Claimed run, List<Written> positions) {
        engine.database().run(tx -> {
            if (runs.lock(tx, run).isPresent()) {
                hosted.keep(tx, run, positions);
            }
        });
    }

    /// The run goes on there no more until it is knocked at again.
    public void leave(Claimed run, List<Written> positions) {
        engine.database().run(tx -> {
            keep(run, positions);
            hosted.leave(tx, run, engine.now(run.world()));
        });
    }

    /// The run has ended.
    public void end(Claimed run, Ending ending, List<Written> positions) {
        engine.database().run(tx -> {
            if (runs.lockWithParent(tx, run)) {
                hosted.keep(tx, run, positions);
                new Endings(engine).ended(run, ending, Optional.empty());
            }
        });
    }

    /// The run cannot go on without a person.
    public void stuck(Claimed run, String why, List<Written> positions) {
        engine.database().run(tx -> {
            keep(run, positions);
            new Endings(engine).stuck(run, why);
        });
    }
}
