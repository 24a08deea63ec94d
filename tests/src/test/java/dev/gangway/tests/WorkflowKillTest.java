package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Runs in every kind of state, and a process that is killed again and again under them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkflowKillTest {
    private static final int KILLS = 25;
    private static final int FEWER_KILLS = 8; // each costs six seconds there
    private static final int BEFORE = 4; // runs of each kind before the first kill
    private static final int LONGEST_WAIT = 400; // milliseconds between a start of runs and a kill
    private static final Random RANDOM = new Random(20_261_127);
    private static final Set<String> STATES = Set.of("active", "suspended", "stuck", "cancelling", "completed");
    private static final Set<String> WAITS = Set.of("sleep", "events", "children", "allowance");

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path home; // PostgreSQL's own user owns parts of it

    @Test
    void every_run_ends_as_it_should_and_no_effect_with_a_key_happens_twice() throws Exception {
        assertThat(survived(KILLS)).containsAll(STATES).containsAll(WAITS);
    }

    @Test
    void the_same_on_Temporal() throws Exception {
        try (TemporalServer temporal = TemporalServer.started()) {
            Files.writeString(home.resolve("gangway.yaml"), temporal.settings());
            assertThat(survived(FEWER_KILLS)).containsAll(STATES);
        }
    }

    /// What there was to be seen of runs right before the kills.
    private Set<String> survived(int kills) throws Exception {
        try (Bank bank = new Bank()) {
            GangwayProcess gangway = GangwayProcess.up(home);
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            RunsOfEveryKind runs = new RunsOfEveryKind(bank, RANDOM);
            runs.prepare(calls);
            for (int set = 0; set < BEFORE; set++) {
                runs.start(calls);
            }
            for (int kill = 1; kill <= kills; kill++) {
                runs.start(calls);
                Thread.sleep(RANDOM.nextInt(LONGEST_WAIT));
                runs.look(calls);
                gangway.kill();
                gangway = GangwayProcess.up(home);
                calls = new Calls(gangway.awaitUrl(), gangway.demo());
                runs.letSomeGoOn(calls);
            }
            Calls last = calls;
            Eventually.happens("every run ends", () -> runs.allHaveEnded(last));
            runs.check(last);
            gangway.close();
            return runs.seen();
        }
    }
}
