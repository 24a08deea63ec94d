package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.journal.Leaving.Parked;
import dev.gangway.journal.Log.Asked;
import dev.gangway.journal.RunStore.Wait;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.ErrorKind;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port of a run that this node holds. One thread.
final class JournalRun implements Port {
    private static final Logger LOG = LoggerFactory.getLogger(JournalRun.class);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int SHORT_WAITS = 5; // then the run makes room for others, and hears of what people want
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final Engine engine;
    private final Claimed run;
    private final Log log;
    private final Children children;
    private final Events events;
    private final InboxStore inbox = new InboxStore();

    JournalRun(Engine engine, Claimed run) {
        this.engine = engine;
        this.run = run;
        this.log = new Log(engine, run);
        this.children = new Children(engine, run, log);
        this.events = new Events(engine);
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
        if (isOver(policy.deadline())) {
            return log.write(asked, late());
        }
        var step = new StepCaller.Step(run.world(), run.id(), key(path), kind, arguments, policy.deadline());
        Optional<Duration> pause = heldBack(step);
        if (pause.isPresent()) {
            throw log.park(new Parking(Wait.ALLOWANCE, path, goesOn(asked.at().plus(pause.get()), policy)));
        }
        boolean repeatable = engine.steps().isRepeatable(step);
        if (!repeatable) {
            log.begin(asked);
        }
        return log.write(asked, engine.underWay().during(run.id(), most(policy), repeatable, () -> outcome(step)));
    }

    private Duration most(StepPolicy policy) {
        Instant deadline = policy.deadline();
        if (deadline == null) {
            return LONGEST_CALL;
        }
        Duration left = Duration.between(engine.now(run.world()), deadline);
        return left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL;
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

    private static Instant goesOn(Instant turn, StepPolicy policy) {
        Instant deadline = policy.deadline();
        return deadline != null && deadline.isBefore(turn) ? deadline : turn;
    }

    private Outcome outcome(StepCaller.Step step) {
        try {
            return engine.steps().call(step);
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).addKeyValue("run", run.id()).log("a step threw");
            return Outcome.failed(ErrorKind.RUNTIME, "The step failed inside Gangway; the log has more.");
        }
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
            log.lock(tx);
            Optional<Map<Long, JsonNode>> found = subscription.satisfied(inbox.waiting(tx, run));
            if (found.isPresent()) {
                inbox.consume(tx, run, found.get().keySet());
                ArrayNode consumed = Json.array().addAll(found.get().values());
                return Optional.of(log.write(tx, asked, new Outcome.Done(consumed)));
            }
            if (isOver(deadline)) {
                return Optional.of(log.write(tx, asked, late()));
            }
            log.park(tx, new Parking(Wait.EVENTS, path, deadline));
            return Optional.empty();
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
                () -> children.joined(path, specs, join, deadline),
                () -> children.cancel(position));
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
    public Outcome marker(String path, JsonNode value) {
        return log.next(
                path, "marker", value, () -> log.write(log.asked(path, "marker", value), new Outcome.Done(value)));
    }

    @Override
    public String key(String path) {
        return Texts.key(run.id(), path);
    }

    @Override
    public boolean isCancelled() {
        return log.isCancelling();
    }

    @Override
    public RunInfo run() {
        return new RunInfo(run.id(), run.input(), run.startedAt());
    }

    private boolean isOver(@Nullable Instant deadline) {
        return deadline != null && !engine.now(run.world()).isBefore(deadline);
    }

    static Outcome late() {
        return Outcome.failed(ErrorKind.TIMEOUT, "The time for this was over.");
    }
}
