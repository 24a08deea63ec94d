package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Recorded;
import dev.gangway.journal.StepCaller;
import dev.gangway.journal.Waiting;
import dev.gangway.journal.Written;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Instructed;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The port of a run on Temporal. Its waits are timers that a look at [Standing] ends early. One thread, which
/// Temporal runs again from the start.
final class HostedRun implements Port {
    private final Claimed run;
    private final Ledger ledger;
    private final Standing standing;
    private final Books books;
    private final Calls calls;
    private final Pausing pausing;
    private boolean told;
    private Waiting waiting = Waiting.NOTHING;

    HostedRun(Claimed run, Ledger ledger, Standing standing, Books books, Calls calls, Pausing pausing) {
        this.run = run;
        this.ledger = ledger;
        this.standing = standing;
        this.books = books;
        this.calls = calls;
        this.pausing = pausing;
    }

    /// @param arguments JSON
    private record Asked(int position, String path, String kind, String arguments, Instant at) {
        Written written(String outcome, Instant now) {
            return new Written(position, path, kind, Texts.hash(path, kind, arguments), arguments, outcome, at, now);
        }
    }

    Waiting waiting() {
        return waiting;
    }

    private Outcome next(String path, String kind, Object arguments, Function<Asked, Outcome> happens) {
        Asked asked = new Asked(ledger.position(), path, kind, Json.text(arguments), pausing.now());
        Optional<Recorded> before = ledger.next();
        if (before.isPresent()) {
            return again(asked, before.get());
        }
        pausing.refuseLength();
        if (pausing.isKnocked()) {
            pausing.heard();
            standing.look(asked.position());
        }
        Outcome outcome = instead(asked, () -> {}).orElseGet(() -> happens.apply(asked));
        return recorded(asked, outcome);
    }

    private Outcome recorded(Asked asked, Outcome outcome) {
        waiting = Waiting.NOTHING;
        String text = Texts.bounded(outcome);
        ledger.add(asked.written(text, pausing.now()));
        return passed(Texts.outcome(text));
    }

    private Outcome again(Asked asked, Recorded before) {
        before.difference(asked.position(), asked.path(), asked.kind(), asked.arguments())
                .ifPresent(why -> {
                    throw new Left.Stuck(why);
                });
        ledger.passed();
        return passed(Texts.outcome(String.valueOf(before.outcome())));
    }

    private Outcome passed(Outcome outcome) {
        told |= outcome instanceof Outcome.Failed(var error) && error.is(ErrorKind.CANCELLED);
        return outcome;
    }

    /// What the call comes to without being made: the run is to be cancelled and has not heard of it, or somebody has
    /// decided.
    private Optional<Outcome> instead(Asked asked, Runnable onCancel) {
        if (standing.isCancelling() && !told) {
            onCancel.run();
            return Optional.of(Outcome.cancelled(pausing.now()));
        }
        JsonNode output = standing.instructions().get(asked.path());
        if (output == null) {
            return Optional.empty();
        }
        onCancel.run();
        standing.instructed(asked.path(), asked.position());
        return Optional.of(Instructed.outcome(asked.kind(), Json.parse(asked.arguments()), output));
    }

    /// Looks for what the call comes to, and rests in between.
    ///
    /// @param until when it looks again if nothing happens before; null for never
    private Outcome wait(
            Asked asked, String what, @Nullable Instant until, Supplier<Optional<Outcome>> looks, Runnable onCancel) {
        while (true) {
            Optional<Outcome> found = looks.get();
            if (found.isPresent()) {
                return found.get();
            }
            Optional<Outcome> instead = rested(asked, what, until, onCancel);
            if (instead.isPresent()) {
                return instead.get();
            }
        }
    }

    /// Rests once, and says what the call comes to instead, should somebody want that.
    private Optional<Outcome> rested(Asked asked, String what, @Nullable Instant until, Runnable onCancel) {
        pausing.refuseLength();
        waiting = new Waiting(what, asked.path(), until);
        pausing.rest(until);
        if (pausing.isKnocked()) {
            pausing.heard();
            standing.look(asked.position());
        }
        return instead(asked, onCancel);
    }

    @Override
    public Outcome step(String path, StepKind kind, JsonNode arguments, StepPolicy policy) {
        return next(
                path,
                kind.name(),
                arguments,
                asked -> kind == StepKind.EMIT ? emitted(asked, arguments) : called(asked, kind, arguments, policy));
    }

    private Outcome emitted(Asked asked, JsonNode event) {
        Outcome done = new Outcome.Done(NullNode.instance);
        List<Written> positions = new ArrayList<>(ledger.unkept());
        positions.add(asked.written(Texts.of(done), pausing.now()));
        books.emit(run, event, positions);
        ledger.kept();
        return done;
    }

    private Outcome called(Asked asked, StepKind kind, JsonNode arguments, StepPolicy policy) {
        Instant deadline = policy.deadline();
        String step = Json.text(
                new StepCaller.Step(run.world(), run.id(), key(asked.path()), kind, arguments, deadline, told));
        while (true) {
            JsonNode answer = Json.parse(calls.call(step));
            if (!answer.has("held")) {
                return Texts.outcome(Json.text(answer));
            }
            Instant turn = pausing.now().plus(Duration.parse(answer.get("held").asText()));
            Instant until = deadline != null && deadline.isBefore(turn) ? deadline : turn;
            Optional<Outcome> instead = rested(asked, "allowance", until, () -> {});
            if (instead.isPresent()) {
                return instead.get();
            }
        }
    }

    private Optional<Outcome> over(Instant instant) {
        return pausing.now().isBefore(instant) ? Optional.empty() : Optional.of(new Outcome.Done(NullNode.instance));
    }

    @Override
    public Outcome sleepUntil(String path, Instant instant) {
        return next(path, "sleep", instant, asked -> wait(asked, "sleep", instant, () -> over(instant), () -> {}));
    }

    @Override
    public Outcome await(String path, Subscription subscription, @Nullable Instant deadline) {
        return next(
                path,
                "await",
                subscription,
                asked -> wait(
                        asked,
                        "events",
                        deadline,
                        () -> found(books.await(run, asked.position(), subscription, isLate(deadline))),
                        () -> {}));
    }

    @Override
    public Outcome children(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        return next(
                path,
                "children",
                specs,
                asked -> wait(
                        asked,
                        "children",
                        deadline,
                        () -> found(books.children(run, asked.position(), specs, join, isLate(deadline))),
                        () -> books.cancelChildren(run, asked.position())));
    }

    private static Optional<Outcome> found(@Nullable String text) {
        if (Books.GONE.equals(text)) {
            throw new Left.Gone();
        }
        return Optional.ofNullable(text).map(Texts::outcome);
    }

    private boolean isLate(@Nullable Instant deadline) {
        return deadline != null && !pausing.now().isBefore(deadline);
    }

    @Override
    public Instant now(String path) {
        return Instant.parse(drawn(path, "now", pausing.now().toString()));
    }

    @Override
    public double random(String path) {
        return Double.parseDouble(drawn(path, "random", Double.toString(pausing.random())));
    }

    /// Not even a cancellation comes between.
    private String drawn(String path, String kind, String value) {
        Asked asked = new Asked(ledger.position(), path, kind, Json.text(""), pausing.now());
        Optional<Recorded> before = ledger.next();
        Outcome outcome = before.isPresent()
                ? again(asked, before.get())
                : recorded(asked, new Outcome.Done(TextNode.valueOf(value)));
        return switch (outcome) {
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
}
