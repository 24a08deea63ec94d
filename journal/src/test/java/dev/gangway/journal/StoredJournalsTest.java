package dev.gangway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.TestEngine.Called;
import dev.gangway.workflow.Texts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs that earlier versions began go on in this one, from every position of their journals, to the same end. What is
/// under `journals/` is never changed: a version that records otherwise adds samples of its own.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredJournalsTest {
    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(StoredJournalsTest.class.getResource("/journals"))
                .toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_run_goes_on_from_every_position_to_the_same_end(Path file) {
        StoredJournal sample = StoredJournal.read(file);
        for (int position = 0; position <= sample.steps().size(); position++) {
            try (JournalTestEngine engine = new JournalTestEngine(false)) {
                sample.putBack(engine, position);
                Map<String, Integer> told = counts(sample, position);
                engine.answers(call -> answer(sample, call, told));

                sample.goOn(engine);

                JournalEdits.Row row = engine.edits.state(sample.run()).orElseThrow();
                assertThat(row.state())
                        .as("from position %d: %s", position, row.ending())
                        .isEqualTo(RunState.of(sample.state()));
                assertThat(row.ending()).as("from position %d", position).isEqualTo(sample.ending());
            }
        }
    }

    /// How many calls of each key the first steps of the journal have had.
    private static Map<String, Integer> counts(StoredJournal sample, int steps) {
        Map<String, Integer> counts = new HashMap<>();
        sample.steps().stream()
                .limit(steps)
                .filter(step -> step.kind().equals("HTTP") || step.kind().equals("OPENAPI"))
                .forEach(step -> counts.merge(key(sample.run(), step.path()), 1, Integer::sum));
        return counts;
    }

    private static String key(String run, String path) {
        return Texts.key(run, path);
    }

    private static Outcome answer(StoredJournal sample, Called call, Map<String, Integer> told) {
        List<JsonNode> answers = sample.answers().getOrDefault(call.key(), List.of());
        int next = told.merge(call.key(), 1, Integer::sum) - 1;
        assertThat(next).as("call %s of %s", next, call).isLessThan(answers.size());
        return Texts.outcome(Json.text(answers.get(next)));
    }
}
