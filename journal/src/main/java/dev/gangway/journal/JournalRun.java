package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.journal.Leaving.Parked;
import dev.gangway.journal.Log.Asked;
import dev.gangway.journal.RunStore.Wait;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Port;
import dev.gangway.workflow.RunInfo;
import dev.gangway.workflow.StepKind;
import dev.gangway.workflow.StepPolicy;
import dev.gangway.workflow.Subscription;
import dev.gangway.workflow.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The port of a run that this node holds. One thread.
final class JournalRun implements Port {

    private final Engine engine;
    private final Claimed run;
    private final Log log;
    private final Children children;
    private final Events events;
    private final Performing performing;
    private final EventStore store = new EventStore();

    JournalRun(Engine engine, Claimed run) {
        this.engine = engine;
        this.run = run;
        this.log = new Log(engine, run);
        this.children = new Children(engine, run);
        this.events = new Events(engine);
        this.performing = new Performing(engine);
    }

    /// What the run did last, when that is not on record yet.
    Optional<Written> last() {
        return log.kept();
    }

    @Override
    public Outcome step(String path, StepKind kind, JsonNode arguments, StepPolicy policy) {
        return log.next(
                path,
                kind.name(),
                arguments,
                () -> kind == StepKind.EMIT ? emitted(path, arguments) : called(path, kind, arguments, policy));
    }

    private Outcome called(String path, StepKind kind, JsonNode arguments, StepPolicy policy) {
        Asked asked = log.asked(path, kind.name(), arguments);
        var step = new StepCaller.Step(
                run.world(), run.id(), key(path), kind, arguments, policy.deadline(), log.knowsOfCancellation());
        return switch (performing.perform(step, () -> log.begin(asked))) {
            case Performed.Done(Outcome outcome) -> log.made(asked, outcome);
            case Performed.Held(Duration pause) ->
                throw log.park(
                        new Parking(Wait.ALLOWANCE, path, goesOn(asked.at().plus(pause), policy)));
        };
    }

    private static Instant goesOn(Instant turn, StepPolicy policy) {
        Instant deadline = policy.deadline();
        return deadline != null && deadline.isBefore(turn) ? deadline : turn;
    }

    private Outcome emitted(String path, JsonNode event) {
        Asked asked = log.asked(path, StepKind.EMIT.name(), event);
        String text = engine.database().transaction(tx -> {
            events.send(tx, run.world(), event);
            return log.write(tx, asked, new Outcome.Done(NullNode.instance));
        });
        return log.written(text);
    }

    @Override
    public Outcome sleepUntil(String path, Instant instant) {
        return log.next(path, "sleep", instant, () -> {
            if (engine.now(run.world()).isBefore(instant)) {
                throw log.park(new Parking(Wait.SLEEP, path, instant));
            }
            return log.write(log.asked(path, "sleep", instant), new Outcome.Done(NullNode.instance));
        });
    }

    @Override
    public Outcome await(String path, Subscription subscription, @Nullable Instant deadline) {
        return log.next(path, "await", subscription, () -> awaited(path, subscription, deadline));
    }

    private Outcome awaited(String path, Subscription subscription, @Nullable Instant deadline) {
        Asked asked = log.asked(path, "await", subscription);
        Optional<String> text = engine.database().transaction(tx -> {
            store.waits(tx);
            log.lock(tx);
            Optional<Outcome> outcome = Hearing.heard(tx, run, asked.position(), subscription, isOver(deadline));
            if (outcome.isEmpty()) {
                log.park(tx, new Parking(Wait.EVENTS, path, deadline));
                return Optional.empty();
            }
            return Optional.of(log.write(tx, asked, outcome.get()));
        });
        return log.written(text.orElseThrow(Parked::new));
    }

    @Override
    public Outcome children(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        int position = log.position();
        return log.next(
                path,
                "children",
                specs,
                () -> joined(log.asked(path, "children", specs), specs, join, deadline),
                () -> engine.database().run(tx -> {
                    log.lock(tx);
                    children.cancel(tx, position);
                }));
    }

    private Outcome joined(Asked asked, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        Optional<String> text = engine.database().transaction(tx -> {
            log.lock(tx);
            Optional<Outcome> outcome = children.joined(tx, asked.position(), specs, join, isOver(deadline));
            if (outcome.isEmpty()) {
                log.park(tx, new Parking(Wait.CHILDREN, asked.path(), deadline));
                return Optional.empty();
            }
            return Optional.of(log.write(tx, asked, outcome.get()));
        });
        return log.written(text.orElseThrow(Parked::new));
    }

    @Override
    public Instant now(String path) {
        return Instant.parse(drawn(path, "now", engine.now(run.world()).toString()));
    }

    @Override
    public double random(String path) {
        return Double.parseDouble(drawn(
                path, "random", Double.toString(ThreadLocalRandom.current().nextDouble())));
    }

    /// The value at its first telling; then what was told first. Not even a cancellation comes between.
    private String drawn(String path, String kind, String value) {
        return switch (log.drawn(path, kind, new Outcome.Done(TextNode.valueOf(value)))) {
            case Outcome.Done(JsonNode text) -> text.asText();
            case Outcome.Failed(var error) -> throw new IllegalStateException("drawn " + error);
        };
    }

    @Override
    public String key(String path) {
        return Texts.key(run.id(), path);
    }

    @Override
    public RunInfo run() {
        return new RunInfo(run.id(), run.input(), run.startedAt());
    }

    private boolean isOver(@Nullable Instant deadline) {
        return deadline != null && !engine.now(run.world()).isBefore(deadline);
    }
}
