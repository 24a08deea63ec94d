package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
    private static final String PAYING = """
            document: {dsl: 1.0.0, namespace: tests, name: paying, version: '1'}
            do:
              - each:
                  for: {each: turn, in: '${ [range(200)] }'}
                  do:
                    - pay:
                        call: http
                        with:
                          method: post
                          endpoint: {uri: 'BANK/pay', authentication: {use: bank}}
                          headers: {Idempotency-Key: '${ $workflow.id + "-" + ($turn | tostring) }'}
            """;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @Test
    void is_overtaken_and_fenced_and_every_journal_is_whole() throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder);
        try (Bank bank = new Bank();
                GangwayProcess frozen = nodes.first()) {
            Calls atFrozen = new Calls(frozen.awaitUrl(), frozen.demo());
            ObjectNode connection = Json.object().put("provider", "admin").put("server", bank.url());
            connection.putObject("credentials").put("accessToken", "x");
            atFrozen.admin("PUT", "/api/v1/connections/bank", connection);
            atFrozen.admin(
                    "POST", "/api/v1/workflows", Json.object().put("definition", PAYING.replace("BANK", bank.url())));
            List<String> runs = IntStream.range(0, RUNS)
                    .mapToObj(_ -> atFrozen.admin("POST", "/api/v1/workflows/paying/runs", Json.object()))
                    .map(answer -> Json.parse(answer.body()).path("id").asText())
                    .toList();
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
                    Eventually.happens("it ends", () -> state(atOther, run).equals("completed"));
                    assertThat(state(atFrozen, run))
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

    private static String state(Calls calls, String run) {
        return calls.admin("/api/v1/runs/" + run).path("state").asText();
    }
}
