package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Entry;
import dev.gangway.workflow.Interpreter;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Port;
import dev.gangway.workflow.RunInfo;
import dev.gangway.workflow.StepKind;
import dev.gangway.workflow.StepPolicy;
import dev.gangway.workflow.Subscription;
import dev.gangway.workflow.Suspension;
import dev.gangway.workflow.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows a run's journal once more as far as it goes, to see which tasks it came to and what passed between them.
/// Nothing is called, waited for or written.
final class Retracing implements Port {
    private final RunInfo run;
    private final List<Recorded> recorded;
    private final List<RunTask> tasks = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int position;

    private Retracing(RunInfo run, List<Recorded> recorded) {
        this.run = run;
        this.recorded = recorded;
    }

    /// In the order in which they began. A task that was performed again, by a `retry`, is there with its last try.
    static List<RunTask> tasks(Definition definition, Entry entry, RunInfo run, List<Recorded> recorded) {
        Retracing retracing = new Retracing(run, recorded);
        try {
            Interpreter.run(definition, entry, retracing);
        } catch (JournalEnd end) {
            // as far as it goes
        }
        return List.copyOf(retracing.tasks);
    }

    private static final class JournalEnd extends Suspension {
        JournalEnd() {
            super("the journal goes no further");
        }
    }

    @Override
    public void entered(String path, JsonNode input) {
        RunTask begun = new RunTask(path, input, null);
        Integer before = places.putIfAbsent(path, tasks.size());
        if (before == null) {
            tasks.add(begun);
        } else {
            tasks.set(before, begun);
        }
    }

    @Override
    public void left(String path, JsonNode output) {
        int place = places.getOrDefault(path, 0);
        tasks.set(place, new RunTask(path, tasks.get(place).input(), output));
    }

    private Outcome next(String path, String kind, Object arguments) {
        Recorded here = position < recorded.size() ? recorded.get(position) : null;
        if (here == null
                || here.outcome() == null
                || !here.asked().equals(Texts.hash(path, kind, Json.text(arguments)))) {
            throw new JournalEnd();
        }
        position++;
        return Texts.outcome(here.outcome());
    }

    private String drawn(String path, String kind) {
        return next(path, kind, "") instanceof Outcome.Done(JsonNode text) ? text.asText() : "";
    }

    @Override
    public Outcome step(String path, StepKind kind, JsonNode arguments, StepPolicy policy) {
        return next(path, kind.name(), arguments);
    }

    @Override
    public Outcome sleepUntil(String path, Instant instant) {
        return next(path, "sleep", instant);
    }

    @Override
    public Outcome await(String path, Subscription subscription, @Nullable Instant deadline) {
        return next(path, "await", subscription);
    }

    @Override
    public Outcome children(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        return next(path, "children", specs);
    }

    @Override
    public Instant now(String path) {
        return Instant.parse(drawn(path, "now"));
    }

    @Override
    public double random(String path) {
        return Double.parseDouble(drawn(path, "random"));
    }

    @Override
    public String key(String path) {
        return "";
    }

    @Override
    public RunInfo run() {
        return run;
    }
}
