package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Events that come just when a run begins to wait for them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalRaceTest {
    private static final Server SERVER = Server.shared();
    private static final int RUNS = 400;
    private static final int AT_ONCE = 8;
    private static final int LATEST = 6_000; // microseconds after the start of a run: some are parked by then

    private static void save(String name, String listening) {
        SERVER.admin(
                "POST",
                "/api/v1/workflows",
                Json.object()
                        .put(
                                "definition",
                                "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}\ndo: [{hear: {listen: {to: %s}}}]"
                                        .formatted(name, listening)));
    }

    private static String start(String workflow, JsonNode input) {
        return SERVER.admin(
                        "POST",
                        "/api/v1/workflows/" + workflow + "/runs",
                        Json.object().set("input", input))
                .path("id")
                .asText();
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(LATEST));
    }

    @FunctionalInterface
    private interface Start {
        String signalled(int number) throws InterruptedException;
    }

    private static void all_hear(Start start) throws Exception {
        List<String> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> started = new ArrayList<>();
            for (int number = 0; number < RUNS; number++) {
                int which = number;
                started.add(threads.submit(() -> start.signalled(which)));
            }
            for (Future<String> one : started) {
                runs.add(one.get());
            }
        }
        Eventually.happens(
                "every run has heard",
                () -> runs.stream()
                        .allMatch(run -> SERVER.admin("/api/v1/runs/" + run)
                                .path("state")
                                .asText()
                                .equals("completed")));
    }

    @Test
    void a_signal_to_a_run_is_never_lost() throws Exception {
        save("signalled", "{one: {with: {type: race.go}}}");
        all_hear(_ -> {
            String run = start("signalled", Json.object());
            pause();
            SERVER.admin(
                    "POST", "/api/v1/runs/" + run + "/events", Json.object().put("type", "race.go"));
            return run;
        });
    }

    @Test
    void an_event_for_all_is_never_lost_to_the_one_that_it_is_for() throws Exception {
        save(
                "correlated",
                "{one: {with: {type: race.paid}, correlate: {who: {from: .data.who, expect: '${ .who }'}}}}");
        all_hear(number -> {
            String run = start("correlated", Json.object().put("who", number));
            pause();
            SERVER.admin("POST", "/api/v1/workflow-events", Json.parse("""
                    {"type": "race.paid", "data": {"who": %d}}
                    """.formatted(number)));
            return run;
        });
    }
}
