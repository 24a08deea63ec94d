package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The product, where its runs go on at a real Temporal server.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnTemporalTest {
    private static final String SECRET = "canary-of-a-credential-7f3a9c";
    private static final String NOTE = "what a run was given";
    private static final int RUNS = 10;
    private static final int TURNS = 40;
    private static final String WORKFLOW = """
            document: {dsl: 1.0.0, namespace: tests, name: turns, version: '1'}
            do:
              - each:
                  for: {each: turn, in: '${ [range(.turns)] }'}
                  do:
                    - pay:
                        call: http
                        with:
                          method: post
                          endpoint: {uri: 'BANK/pay', authentication: {use: bank}}
                          headers: {Idempotency-Key: '${ $workflow.id + "-" + ($turn | tostring) }'}
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
        ObjectNode connection = Json.object().put("provider", "admin").put("server", bank.url());
        connection.putObject("credentials").put("accessToken", SECRET);
        calls.admin("PUT", "/api/v1/connections/bank", connection);
        calls.admin("POST", "/api/v1/workflows", Json.object().put("definition", WORKFLOW.replace("BANK", bank.url())));
        ObjectNode body = Json.object();
        body.putObject("input").put("turns", turns).put("note", NOTE);
        return IntStream.range(0, runs)
                .mapToObj(_ -> calls.admin("POST", "/api/v1/workflows/turns/runs", body))
                .map(answer -> Json.parse(answer.body()).path("id").asText())
                .toList();
    }

    private static boolean isCompleted(Calls calls, String run) {
        JsonNode found = calls.admin("/api/v1/runs/" + run);
        assertThat(found.path("engine").asText()).isEqualTo("temporal");
        return found.path("state").asText().equals("completed");
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
                Eventually.happens("all have ended", () -> runs.stream().allMatch(run -> isCompleted(atSecond, run)));
                assertThat(bank.effects()).hasSize(RUNS * TURNS);
            }
        }
    }

    @Test
    void Temporal_can_read_nothing_of_a_run() throws Exception {
        assertThat(history("")).contains("gangway-sealed").doesNotContain(NOTE, SECRET);
    }

    @Test
    void where_nothing_is_sealed_no_credential_comes_to_Temporal_all_the_same() throws Exception {
        assertThat(history(", sealed: false")).contains(NOTE).doesNotContain(SECRET);
    }

    private String history(String settings) throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder, temporal.settings(settings));
        try (Bank bank = new Bank();
                GangwayProcess gangway = nodes.first()) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            String run = begin(calls, bank, 1, 3).getFirst();
            Eventually.happens("it ends", () -> isCompleted(calls, run));
            return temporal.history(run);
        }
    }
}
