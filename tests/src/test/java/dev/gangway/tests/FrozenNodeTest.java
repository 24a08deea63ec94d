package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A node that freezes (SIGSTOP) loses its runs to another; thawed (SIGCONT), it writes nothing that is not its own any
/// more.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FrozenNodeTest {
    private static final int RUNS = 20;
    private static final int TURNS = 200;
    private static final int ALL = RUNS * TURNS;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @Test
    void is_overtaken_and_fenced_and_every_journal_is_whole() throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder);
        try (Bank bank = new Bank();
                GangwayProcess frozen = nodes.first()) {
            Calls atFrozen = new Calls(frozen.awaitUrl(), frozen.demo());
            List<String> runs = PayingRuns.begin(atFrozen, bank, RUNS, TURNS);
            Eventually.happens(
                    "it is in the midst of them", () -> bank.effects().size() > 2 * RUNS);
            frozen.signal("STOP");
            try (GangwayProcess other = nodes.second()) {
                Calls atOther = new Calls(other.awaitUrl(), frozen.demo());
                Eventually.happens(
                        "the other is in the midst of them",
                        () -> bank.effects().size() > ALL / 2);
                frozen.signal("CONT");
                for (String run : runs) {
                    Eventually.happens("it ends", () -> PayingRuns.isCompleted(atOther, run));
                    assertThat(PayingRuns.state(atFrozen, run))
                            .as("the thawed node serves again")
                            .isEqualTo("completed");
                    assertThat(steps(atOther, run))
                            .as("each turn once")
                            .hasSize(TURNS)
                            .allMatch(step -> step.hasNonNull("ended_at"))
                            .extracting(step -> step.path("path").asText())
                            .doesNotHaveDuplicates();
                }
                assertThat(bank.effects()).as("no effect twice").hasSize(ALL);
            } finally {
                frozen.signal("CONT");
            }
        }
    }

    private static List<JsonNode> steps(Calls calls, String run) {
        JsonNode first = calls.admin("/api/v1/runs/" + run + "/steps?limit=200").path("items");
        return StreamSupport.stream(first.spliterator(), false).toList();
    }
}
