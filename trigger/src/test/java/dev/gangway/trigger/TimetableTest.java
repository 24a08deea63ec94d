package dev.gangway.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gangway.base.Actor;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Run;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimetableTest {
    private static final Occasion HOURLY = new Occasion.Schedule("0 * * * *", "UTC");

    @AutoClose
    private final TriggerRoom room = new TriggerRoom(); // it is noon

    private final Timetable timetable = room.timetable();

    @BeforeEach
    void save() {
        room.save("flow");
    }

    private void drain(Timetable node) {
        boolean more;
        do {
            more = node.fireOne();
        } while (more);
    }

    @Test
    void a_schedule_fires_at_its_time_and_not_before() {
        Trigger trigger = room.put("hourly", HOURLY, Mapping.NONE);
        assertThat(trigger.nextAt()).isEqualTo("2026-03-04T13:00:00Z");
        room.clock.advance(Duration.ofMinutes(59));
        drain(timetable);
        assertThat(room.runs()).isEmpty();
        room.clock.advance(Duration.ofMinutes(1));
        drain(timetable);
        assertThat(room.runs()).singleElement().satisfies(run -> {
            assertThat(run.input().path("scheduled_for").asText()).isEqualTo("2026-03-04T13:00:00Z");
            assertThat(run.startedBy()).isEqualTo("trigger:hourly");
        });
        assertThat(room.triggers.trigger(WorldId.MAIN, "hourly").nextAt()).isEqualTo("2026-03-04T14:00:00Z");
    }

    @Test
    void what_passed_while_nobody_was_there_is_done_once() {
        room.put("hourly", HOURLY, Mapping.NONE);
        room.clock.advance(Duration.ofHours(30));
        drain(timetable);
        assertThat(room.runs()).hasSize(1);
        assertThat(room.triggers.trigger(WorldId.MAIN, "hourly").nextAt()).isEqualTo("2026-03-05T19:00:00Z");
    }

    @Test
    void ten_nodes_at_once_start_each_run_once() throws Exception {
        for (int each = 0; each < 20; each++) {
            room.put("hourly-" + each, HOURLY, Mapping.NONE);
        }
        room.clock.advance(Duration.ofHours(1));
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 10; node++) {
                nodes.execute(() -> drain(room.timetable()));
            }
        }
        drain(timetable);
        assertThat(room.runs()).extracting(Run::startedBy).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void a_paused_schedule_lets_its_times_pass_and_goes_on_with_the_next() {
        room.put("hourly", HOURLY, Mapping.NONE);
        room.triggers.pause(WorldId.MAIN, "hourly", true, Actor.SYSTEM);
        room.clock.advance(Duration.ofMinutes(90));
        drain(timetable);
        assertThat(room.runs()).isEmpty();
        Trigger resumed = room.triggers.pause(WorldId.MAIN, "hourly", false, Actor.SYSTEM);
        drain(timetable);
        assertThat(room.runs()).isEmpty();
        assertThat(resumed.nextAt()).isEqualTo("2026-03-04T14:00:00Z");
    }

    @Test
    void a_schedule_whose_input_fails_says_so_and_goes_on_with_the_next_time() {
        room.put("hourly", HOURLY, new Mapping(null, "{} + 1", null));
        room.clock.advance(Duration.ofHours(1));
        drain(timetable);
        assertThat(room.runs()).isEmpty();
        assertThat(room.firings("hourly")).singleElement().satisfies(firing -> {
            assertThat(firing.outcome()).isEqualTo(Firing.Outcome.FAILED);
            assertThat(firing.problem()).startsWith("The expression {} + 1 failed");
        });
        assertThat(room.triggers.trigger(WorldId.MAIN, "hourly").nextAt()).isEqualTo("2026-03-04T14:00:00Z");
    }

    @Test
    void what_a_trigger_did_is_forgotten_after_a_month() {
        room.put("hourly", HOURLY, Mapping.NONE);
        room.clock.advance(Duration.ofHours(1));
        drain(timetable);
        Firings firings = new Firings(room.database, room.clock, room.workflows);
        room.clock.advance(Duration.ofDays(29));
        firings.prune(WorldId.MAIN);
        assertThat(room.firings("hourly")).hasSize(1);
        room.clock.advance(Duration.ofDays(2));
        firings.prune(WorldId.MAIN);
        assertThat(room.firings("hourly")).isEmpty();
    }

    @Test
    void a_time_that_never_comes_is_refused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> room.put("never", new Occasion.Schedule("0 0 30 2 *", "UTC"), Mapping.NONE))
                .withMessage("schedule.cron: names no time that will come");
    }
}
