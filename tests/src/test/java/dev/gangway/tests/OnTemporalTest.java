package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The product, where its runs go on at a real Temporal server.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnTemporalTest {
    private static final int RUNS = 10;
    private static final int TURNS = 40;

    private static final String HEARING = """
            document: {dsl: 1.0.0, namespace: tests, name: hearing, version: '1'}
            do:
              - hear: {listen: {to: {one: {with: {type: paid}}}}}
            """;

    private static TemporalServer temporal;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        temporal = TemporalServer.started();
    }

    @AfterAll
    static void stop() {
        if (temporal != null) {
            temporal.close();
        }
    }

    private static List<String> begin(Calls calls, Bank bank, int runs, int turns) {
        List<String> begun = PayingRuns.begin(calls, bank, runs, turns);
        begun.forEach(run -> assertThat(engine(calls, run)).isEqualTo("temporal"));
        return begun;
    }

    private static String engine(Calls calls, String run) {
        return calls.admin("/api/v1/runs/" + run).path("engine").asText();
    }

    @Test
    void runs_of_a_node_that_dies_go_on_at_the_other() throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder, temporal.settings());
        GangwayProcess first = nodes.first();
        Calls atFirst = new Calls(first.awaitUrl(), first.demo());
        try (Bank bank = new Bank()) {
            List<String> runs = begin(atFirst, bank, RUNS, TURNS);
            try (GangwayProcess second = nodes.second()) {
                Calls atSecond = new Calls(second.awaitUrl(), first.demo());
                first.kill();
                Eventually.happens(
                        "all have ended", () -> runs.stream().allMatch(run -> PayingRuns.isCompleted(atSecond, run)));
                assertThat(bank.effects()).hasSize(RUNS * TURNS);
            }
        }
    }

    @Test
    void a_run_stands_still_while_Temporal_is_not_set_and_goes_on_there_though_new_ones_begin_here() throws Exception {
        String run;
        try (GangwayProcess gangway = node(temporal.settings())) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            calls.admin("POST", "/api/v1/workflows", Json.object().put("definition", HEARING));
            run = hearing(calls);
            Eventually.happens(
                    "it waits",
                    () -> calls.admin("/api/v1/runs/" + run)
                            .path("waits_for")
                            .asText()
                            .equals("events"));
        }
        try (GangwayProcess gangway = node("")) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            calls.admin("POST", "/api/v1/runs/" + run + "/events", Json.parse("{\"type\": \"paid\", \"data\": 7}"));
            String here = hearing(calls);
            calls.admin("POST", "/api/v1/runs/" + here + "/events", Json.parse("{\"type\": \"paid\"}"));
            Eventually.happens("what began here ends", () -> PayingRuns.isCompleted(calls, here));
            assertThat(PayingRuns.state(calls, run)).isEqualTo("active");
        }
        try (GangwayProcess gangway = node(temporal.reachable())) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            Eventually.happens("it goes on", () -> PayingRuns.isCompleted(calls, run));
            assertThat(engine(calls, run)).isEqualTo("temporal");
            assertThat(calls.admin("/api/v1/runs/" + run).path("output")).isEqualTo(Json.parse("[7]"));
            assertThat(engine(calls, hearing(calls))).isEqualTo("journal");
        }
    }

    @Test
    void suspending_a_run_holds_its_branches_until_it_is_resumed() throws Exception {
        try (GangwayProcess gangway = node(temporal.settings())) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            save(calls, """
                    document: {dsl: 1.0.0, namespace: tests, name: hearing, version: '1'}
                    do:
                      - both:
                          fork:
                            branches:
                              - slow: {do: [{nap: {wait: PT2S}}, {said: {set: {a: 1}}}]}
                              - slower: {do: [{rest: {wait: PT2S}}]}
                    """);
            String run = hearing(calls);
            Eventually.happens("it waits", () -> is(calls, run, "waits_for", "children"));
            calls.admin("POST", "/api/v1/runs/" + run + "/suspend", Json.object());
            assertThat(branches(calls, run)).containsExactly("suspended", "suspended");
            Thread.sleep(4_000); // in which they would end
            assertThat(branches(calls, run)).containsExactly("suspended", "suspended");
            calls.admin("POST", "/api/v1/runs/" + run + "/resume", Json.object());
            Eventually.happens("it goes on", () -> PayingRuns.isCompleted(calls, run));
        }
    }

    private static List<String> branches(Calls calls, String run) {
        return calls.admin("/api/v1/runs?parent=" + run).path("items").findValuesAsText("state");
    }

    @Test
    void a_run_that_is_stuck_can_be_given_up_and_then_nothing_needs_its_workflow() throws Exception {
        try (GangwayProcess gangway = node(temporal.settings())) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            String rested = HEARING.replace("- hear:", "- rest: {wait: {milliseconds: 1}}\n  - hear:");
            save(calls, rested);
            String run = hearing(calls);
            Eventually.happens("it waits", () -> is(calls, run, "waits_for", "events"));
            assertThat(remove(calls)).isEqualTo(409);

            String restless = save(calls, HEARING); // goes on otherwise than the run's journal begins
            calls.admin("POST", "/api/v1/runs/" + run + "/move", Json.object().put("version", restless));
            calls.admin("POST", "/api/v1/runs/" + run + "/events", Json.parse("{\"type\": \"paid\"}"));
            Eventually.happens("it is stuck", () -> is(calls, run, "state", "stuck"));

            calls.admin("POST", "/api/v1/runs/" + run + "/cancel", Json.object());
            Eventually.happens("it is given up", () -> is(calls, run, "state", "cancelled"));
            assertThat(remove(calls)).isEqualTo(204);
        }
    }

    /// The version that it is.
    private static String save(Calls calls, String text) {
        HttpResponse<String> saved =
                calls.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
        return Json.parse(saved.body()).path("version").asText();
    }

    private static int remove(Calls calls) {
        return calls.admin("DELETE", "/api/v1/workflows/hearing", Json.object()).statusCode();
    }

    private static boolean is(Calls calls, String run, String member, String value) {
        return calls.admin("/api/v1/runs/" + run).path(member).asText().equals(value);
    }

    private GangwayProcess node(String settings) throws IOException {
        Files.writeString(folder.resolve("gangway.yaml"), settings);
        return GangwayProcess.up(folder);
    }

    private static String hearing(Calls calls) {
        return Json.parse(calls.admin("POST", "/api/v1/workflows/hearing/runs", Json.object())
                        .body())
                .path("id")
                .asText();
    }

    @Test
    void Temporal_can_read_nothing_of_a_run() throws Exception {
        assertThat(history("")).contains("gangway-sealed").doesNotContain(PayingRuns.NOTE, PayingRuns.SECRET);
    }

    @Test
    void where_nothing_is_sealed_no_credential_comes_to_Temporal_all_the_same() throws Exception {
        assertThat(history(", sealed: false")).contains(PayingRuns.NOTE).doesNotContain(PayingRuns.SECRET);
    }

    private String history(String settings) throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder, temporal.settings(settings));
        try (Bank bank = new Bank();
                GangwayProcess gangway = nodes.first()) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            String run = begin(calls, bank, 1, 3).getFirst();
            Eventually.happens("it ends", () -> PayingRuns.isCompleted(calls, run));
            return temporal.history(run);
        }
    }
}
