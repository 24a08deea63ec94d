package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Keeps runs in memory: the smallest engine that holds the contract. One thread.
public final class MemoryEngine implements TestEngine {
    final Map<String, Definition> definitions = new HashMap<>();
    final Map<String, MemoryRun> runs = new LinkedHashMap<>();
    final List<Called> calls = new ArrayList<>();
    final boolean dying;
    Function<Called, Outcome> answer = call -> new Outcome.Done(Json.object());
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long events;

    /// @param dying whether a run's process dies after each entry that it writes, so that every point is replayed
    public MemoryEngine(boolean dying) {
        this.dying = dying;
    }

    @Override
    public void knows(Definition definition) {
        definitions.put(definition.name(), definition);
    }

    @Override
    public void answers(Function<Called, Outcome> given) {
        answer = given;
    }

    @Override
    public String start(Definition definition, JsonNode input) {
        String id = "run_" + (runs.size() + 1);
        runs.put(id, new MemoryRun(this, id, definition, Entry.whole(input)));
        settle();
        return id;
    }

    @Override
    public void send(JsonNode event) {
        events++;
        runs.values().forEach(run -> run.inbox.put(events, event));
        settle();
    }

    @Override
    public void cancel(String run) {
        run(run).cancelling = true;
        settle();
    }

    @Override
    public void pass(Duration time) {
        now = now.plus(time);
        settle();
    }

    @Override
    public Optional<Ending> ending(String run) {
        return Optional.ofNullable(run(run).ending);
    }

    @Override
    public List<Called> calls() {
        return List.copyOf(calls);
    }

    private MemoryRun run(String id) {
        return Objects.requireNonNull(runs.get(id));
    }

    /// Runs everything until nothing moves any more.
    private void settle() {
        boolean moved = true;
        while (moved) {
            moved = false;
            int before = runs.size();
            for (MemoryRun run : List.copyOf(runs.values())) {
                moved |= run.turn();
            }
            moved |= runs.size() > before;
        }
    }
}
