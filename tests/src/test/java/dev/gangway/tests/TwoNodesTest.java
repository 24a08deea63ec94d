package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes on one outside PostgreSQL are one product.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoNodesTest {
    private static final int CUSTOMERS = 30;
    private static final int RUNS = 20;
    private static final int TURNS = 200; // some four seconds on two nodes
    private static final Duration PROMISED = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void what_one_did_the_other_knows_and_goes_on_with_when_it_dies() throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder);
        GangwayProcess first = nodes.first();
        Calls atFirst = new Calls(first.awaitUrl(), first.demo());
        try (WebhookReceiver receiver = new WebhookReceiver();
                GangwayProcess second = nodes.second()) {
            Calls atSecond = new Calls(second.awaitUrl(), first.demo());
            atFirst.tell(receiver.url());
            HttpResponse<String> created = once(atFirst);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
            assertThat(once(atSecond).body()).isEqualTo(created.body());

            List<String> customers = IntStream.range(0, CUSTOMERS)
                    .mapToObj(number -> (number % 2 == 0 ? atFirst : atSecond).create("Shared " + number))
                    .toList();
            first.kill();
            for (String customer : customers) {
                assertThat(atSecond.admin("/api/v1/customers/" + customer)
                                .path("client_id")
                                .asText())
                        .isEqualTo(customer);
            }
            Set<String> told = new HashSet<>(customers);
            receiver.await(received -> received.stream()
                    .map(webhook ->
                            webhook.body().path("end_customer_client_id").asText())
                    .collect(Collectors.toSet())
                    .containsAll(told));
        }
    }

    @Test
    void runs_of_a_node_that_dies_end_at_the_other_within_half_a_minute() throws Exception {
        NodesOfOneDatabase nodes = new NodesOfOneDatabase(folder);
        GangwayProcess first = nodes.first();
        Calls atFirst = new Calls(first.awaitUrl(), first.demo());
        try (Bank bank = new Bank();
                GangwayProcess second = nodes.second()) {
            Calls atSecond = new Calls(second.awaitUrl(), first.demo());
            List<String> runs = PayingRuns.begin(atFirst, bank, RUNS, TURNS);
            first.kill();
            Instant killed = Instant.now();
            assertThat(runs).noneMatch(run -> PayingRuns.isCompleted(atSecond, run));
            Eventually.happens(
                    "all have ended", () -> runs.stream().allMatch(run -> PayingRuns.isCompleted(atSecond, run)));
            assertThat(runs)
                    .as("killed at %s", killed)
                    .allSatisfy(run -> assertThat(endOf(atSecond, run)).isBefore(killed.plus(PROMISED)));
            assertThat(bank.effects()).hasSize(RUNS * TURNS);
        }
    }

    private static Instant endOf(Calls calls, String run) {
        return Instant.parse(calls.admin("/api/v1/runs/" + run).path("ended_at").asText());
    }

    private static HttpResponse<String> once(Calls calls) {
        return calls.partner(
                "/beta/partner/customer/v1/create", Bodies.little("Created once"), "Idempotency-Key", "either-node");
    }
}
