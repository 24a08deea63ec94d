package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /// What each kind of workflow does; `%s` is the bank's address. Each effect has a key of its own.
    private static final Map<String, String> KINDS = Map.of(
            "steps", """
                    do:
                      - a: {%1$s/a%2$s-a" }'}}}
                      - b: {%1$s/b%2$s-b" }'}}}
                      - c: {%1$s/c%2$s-c" }'}}}
                    """,
            "sleeps", """
                    do:
                      - a: {%1$s/a%2$s-a" }'}}}
                      - nap: {wait: PT3S}
                      - b: {%1$s/b%2$s-b" }'}}}
                    """,
            "listens", """
                    do:
                      - a: {%1$s/a%2$s-a" }'}}}
                      - hear: {listen: {to: {one: {with: {type: go}}}}}
                      - b: {%1$s/b%2$s-b" }'}}}
                    """,
            "forks", """
                    do:
                      - both:
                          fork:
                            branches:
                              - x: {%1$s/x%2$s-x" }'}}}
                              - y: {do: [{nap: {wait: PT1S}}, {z: {%1$s/y%2$s-y" }'}}}}]}
                    """,
            "retries", """
                    do:
                      - safely:
                          try: [{a: {%1$s/flaky%2$s-a" }'}}}}]
                          catch: {retry: {delay: PT1S, limit: {attempt: {count: 9}}}}
                    """,
            "nests", """
                    do:
                      - within: {run: {workflow: {name: steps}}}
                      - b: {%1$s/b%2$s-b" }'}}}
                    """,
            "dares", """
                    do:
                      - a: {%1$s/a', authentication: {use: bank}}}}
                      - b: {%1$s/b', authentication: {use: bank}}}}
                      - c: {%1$s/c', authentication: {use: bank}}}}
                    """);

    private static final Map<String, Integer> EFFECTS =
            Map.of("steps", 3, "sleeps", 2, "listens", 2, "forks", 2, "retries", 1, "nests", 4, "dares", 3);

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path home; // PostgreSQL's own user owns parts of it

    @Test
    void every_run_ends_as_it_should_and_no_effect_with_a_key_happens_twice() throws Exception {
        survives(KILLS);
    }

    @Test
    void the_same_on_Temporal() throws Exception {
        try (TemporalServer temporal = TemporalServer.started()) {
            Files.writeString(home.resolve("gangway.yaml"), temporal.settings());
            survives(FEWER_KILLS);
        }
    }

    private void survives(int kills) throws Exception {
        try (Bank bank = new Bank()) {
            GangwayProcess gangway = GangwayProcess.up(home);
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            prepare(calls, bank);
            List<String> runs = start(calls, BEFORE);
            Set<String> deaf = new HashSet<>(runs);
            for (int kill = 1; kill <= kills; kill++) {
                List<String> more = start(calls, 1);
                runs.addAll(more);
                deaf.addAll(more);
                Thread.sleep(RANDOM.nextInt(LONGEST_WAIT));
                gangway.kill();
                gangway = GangwayProcess.up(home);
                calls = new Calls(gangway.awaitUrl(), gangway.demo());
                signal(calls, deaf, kill);
            }
            Calls last = calls;
            signal(last, deaf, 0);
            Eventually.happens("every run ends", () -> active(last) == 0);
            for (String run : runs) {
                check(last.admin("/api/v1/runs/" + run));
            }
            int expected = EFFECTS.values().stream().mapToInt(Integer::intValue).sum() - EFFECTS.get("dares");
            assertThat(bank.effects().keySet().stream().filter(key -> key.startsWith("run_")))
                    .hasSize(expected * (BEFORE + kills));
            assertThat(bank.effects().keySet().stream().filter(key -> !key.startsWith("run_")))
                    .allSatisfy(key -> assertThat(bank.asked(key)).isEqualTo(1));
            gangway.close();
        }
    }

    private static void check(JsonNode run) {
        String state = run.path("state").asText();
        if (run.path("workflow").asText().equals("dares") && state.equals("failed")) {
            assertThat(run.at("/error/type").asText()).as(run.toString()).endsWith(":outcome-unknown");
        } else {
            assertThat(state).as(run.toString()).isEqualTo("completed");
        }
    }

    private static void prepare(Calls calls, Bank bank) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", bank.url());
        connection.putObject("credentials").put("accessToken", "x");
        expect(calls.admin("PUT", "/api/v1/connections/bank", connection));
        String call = "call: http, with: {method: post, endpoint: {uri: '" + bank.url();
        String key = "', authentication: {use: bank}}, headers: {Idempotency-Key: '${ $workflow.id + \"";
        List<String> names = new ArrayList<>(KINDS.keySet());
        names.remove("nests"); // names another, which must be there
        names.add("nests");
        for (String name : names) {
            String text = "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}\n".formatted(name)
                    + KINDS.get(name).formatted(call, key);
            expect(calls.admin("POST", "/api/v1/workflows", Json.object().put("definition", text)));
        }
    }

    private static void expect(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /// @param each how many of each kind
    private static List<String> start(Calls calls, int each) {
        List<String> runs = new ArrayList<>();
        for (int number = 0; number < each; number++) {
            for (String name : KINDS.keySet()) {
                HttpResponse<String> started =
                        calls.admin("POST", "/api/v1/workflows/" + name + "/runs", Json.object());
                expect(started);
                runs.add(Json.parse(started.body()).path("id").asText());
            }
        }
        return runs;
    }

    /// Tells some of those that listen to go on; in turn `0` all of them.
    private static void signal(Calls calls, Set<String> deaf, int turn) {
        for (String run : List.copyOf(deaf)) {
            if (turn == 0 || RANDOM.nextInt(KILLS) == 0) {
                try {
                    calls.admin(
                            "POST",
                            "/api/v1/runs/" + run + "/events",
                            Json.object().put("type", "go"));
                    deaf.remove(run);
                } catch (UncheckedIOException killed) {
                    return;
                }
            }
        }
    }

    private static int active(Calls calls) {
        return calls.admin("/api/v1/runs?state=active&limit=200").path("items").size()
                + calls.admin("/api/v1/runs?state=stuck").path("items").size();
    }
}
