package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run of some version of Gangway, as its database kept it: enough to put it back at any position of its journal and
/// let it go on.
///
/// @param definitions texts; the first is the run's
/// @param entry JSON, as in its column
/// @param answers what its calls, and those of its children, got, by key and in order
/// @param events sent one by one whenever it waited for some
/// @param cancelAt where it waited when it was cancelled; empty for never
/// @param ending JSON, as in its column
record StoredJournal(
        List<String> definitions,
        String run,
        String input,
        String entry,
        Instant startedAt,
        List<Step> steps,
        Map<String, List<JsonNode>> answers,
        List<JsonNode> events,
        String cancelAt,
        String state,
        String ending) {
    private static final int MOST_WAITS = 40;

    record Step(String path, String kind, String asked, String arguments, String outcome) {}

    static StoredJournal read(Path file) {
        try {
            return Json.read(Json.parse(Files.readString(file)), StoredJournal.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Puts the run back as it was after `position` steps.
    void putBack(JournalTestEngine engine, int position) {
        definitions.stream().map(DefinitionReader::accepted).forEach(engine::knows);
        Definition definition = DefinitionReader.accepted(definitions.getFirst());
        engine.clock.set(startedAt.plus(Duration.ofHours(position)));
        ChildStore.NewRun row = new ChildStore.NewRun(
                WorldId.MAIN,
                run,
                "journal",
                definition.name(),
                definition.version(),
                null,
                null,
                input,
                entry,
                List.copyOf(Listening.types(definition.tree())),
                null,
                "test",
                startedAt);
        engine.database.run(tx -> {
            new ChildStore().insert(tx, List.of(row));
            for (int at = 0; at < position; at++) {
                engine.edits.record(tx, run, at, steps.get(at));
            }
        });
    }

    /// The same run with what came of it.
    StoredJournal ended(List<Step> made, Map<String, List<JsonNode>> told, JournalEdits.Row row) {
        return new StoredJournal(
                definitions,
                run,
                input,
                entry,
                startedAt,
                made,
                told,
                events,
                cancelAt,
                row.state().word(),
                row.ending());
    }

    /// Lets the run go on to its end, giving it what it got the first time.
    void goOn(JournalTestEngine engine) {
        List<JsonNode> left = new ArrayList<>(events);
        engine.settle();
        for (int wait = 0; wait < MOST_WAITS && engine.ending(run).isEmpty(); wait++) {
            JournalEdits.Row row = engine.edits.state(run).orElseThrow();
            if (!cancelAt.isEmpty() && row.parkedAt().equals(cancelAt)) {
                engine.cancel(run);
            } else if (row.parked().equals("events") && !left.isEmpty()) {
                engine.send(left.removeFirst());
            } else {
                engine.pass(Duration.ofHours(2));
            }
        }
    }
}
