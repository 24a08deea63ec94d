package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One run in memory, and the port of its interpreter.
final class MemoryRun implements Port {
    final Map<Long, JsonNode> inbox = new TreeMap<>();
    boolean cancelling;

    @Nullable
    Ending ending;

    private final MemoryEngine engine;
    private final String id;
    private final Definition definition;
    private final Entry entry;
    private final Instant startedAt;
    private final List<Entered> journal = new ArrayList<>();
    private int position;
    private boolean told;

    MemoryRun(MemoryEngine engine, String id, Definition definition, Entry entry) {
        this.engine = engine;
        this.id = id;
        this.definition = definition;
        this.entry = entry;
        this.startedAt = engine.now;
    }

    /// @param asked path, kind and arguments of the call
    private record Entered(String asked, Outcome outcome) {}

    /// The run waits, or its process has died.
    private static final class Left extends Suspension {
        Left(String why) {
            super(why);
        }
    }

    /// Goes as far as it can; answers whether it got anywhere.
    boolean turn() {
        if (ending != null) {
            return false;
        }
        int before = journal.size();
        position = 0;
        try {
            ending = Interpreter.run(definition, entry, this);
            return true;
        } catch (Left left) {
            return journal.size() > before;
        }
    }

    private Outcome entered(String path, String kind, Object arguments, Supplier<Outcome> happens) {
        String asked = path + " " + kind + " " + Json.text(arguments);
        if (position < journal.size()) {
            Entered recorded = journal.get(position++);
            if (!recorded.asked().equals(asked)) {
                throw new AssertionError("The replay asked " + asked + " after " + recorded.asked());
            }
            return recorded.outcome();
        }
        Outcome outcome;
        if (cancelling && !told) {
            told = true;
            outcome = Outcome.cancelled(engine.now);
        } else {
            outcome = happens.get();
        }
        journal.add(new Entered(asked, outcome));
        position++;
        if (engine.dying) {
            throw new Left("died");
        }
        return outcome;
    }

    @Override
    public Outcome step(String path, StepKind kind, JsonNode arguments, StepPolicy policy) {
        return entered(path, kind.name(), arguments, () -> {
            var call = new TestEngine.Called(key(path), kind, arguments);
            engine.calls.add(call);
            return engine.answer.apply(call);
        });
    }

    @Override
    public Outcome sleepUntil(String path, Instant instant) {
        return entered(path, "sleep", instant, () -> {
            if (engine.now.isBefore(instant)) {
                throw new Left("sleeps");
            }
            return new Outcome.Done(NullNode.instance);
        });
    }

    @Override
    public Outcome await(String path, Subscription subscription, @Nullable Instant deadline) {
        return entered(path, "await", subscription, () -> {
            Optional<Map<Long, JsonNode>> events = subscription.satisfied(inbox);
            if (events.isEmpty()) {
                return late(deadline);
            }
            ArrayNode consumed = Json.array();
            events.get().forEach((number, event) -> {
                inbox.remove(number);
                consumed.add(event);
            });
            return new Outcome.Done(consumed);
        });
    }

    private Outcome late(@Nullable Instant deadline) {
        if (deadline == null || engine.now.isBefore(deadline)) {
            throw new Left("waits");
        }
        return Outcome.failed(ErrorKind.TIMEOUT, "The deadline has passed.");
    }

    @Override
    public Outcome children(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        String family = id + "." + position + ".";
        return entered(path, "children", specs, () -> {
            List<MemoryRun> children = new ArrayList<>();
            for (int index = 0; index < specs.size(); index++) {
                ChildSpec spec = specs.get(index);
                Definition other = spec.workflow() == null
                        ? definition
                        : Objects.requireNonNull(engine.definitions.get(spec.workflow()));
                children.add(engine.runs.computeIfAbsent(
                        family + index, child -> new MemoryRun(engine, child, other, spec.entry())));
            }
            boolean allEnded = children.stream().allMatch(child -> child.ending != null);
            boolean decided = children.stream().anyMatch(child -> decides(child.ending, join));
            Outcome outcome = (allEnded || decided) ? new Outcome.Done(endings(children)) : late(deadline);
            children.forEach(child -> child.cancelling = child.ending == null);
            return outcome;
        });
    }

    private static boolean decides(@Nullable Ending ending, Join join) {
        return switch (join) {
            case ALL -> ending instanceof Ending.Failed;
            case ANY -> ending instanceof Ending.Completed;
        };
    }

    private static ArrayNode endings(List<MemoryRun> children) {
        ArrayNode list = Json.array();
        for (MemoryRun child : children) {
            ObjectNode one = list.addObject();
            switch (child.ending) {
                case Ending.Completed(JsonNode output) -> one.set("done", output);
                case Ending.Failed(WorkflowError error) -> one.set("failed", error.json());
                case Ending.Cancelled() -> {}
                case null -> {}
            }
        }
        return list;
    }

    @Override
    public Instant now(String path) {
        return Instant.parse(value(entered(path, "now", "", () -> text(engine.now.toString())))
                .asText());
    }

    @Override
    public double random(String path) {
        return Double.parseDouble(
                value(entered(path, "random", "", () -> text("0.5"))).asText());
    }

    private static Outcome text(String value) {
        return new Outcome.Done(Json.MAPPER.getNodeFactory().textNode(value));
    }

    private static JsonNode value(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(JsonNode value) -> value;
            case Outcome.Failed(WorkflowError error) -> throw new Fault(error);
        };
    }

    @Override
    public String key(String path) {
        return id + path;
    }

    @Override
    public RunInfo run() {
        return new RunInfo(id, entry.input(), startedAt);
    }
}
