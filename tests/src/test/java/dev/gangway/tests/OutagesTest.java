package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong around a server that runs, in a process of its own.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutagesTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path home; // PostgreSQL's own user owns parts of it

    @Test
    void a_database_that_is_killed_comes_back_with_everything_that_was_acknowledged() throws Exception {
        try (GangwayProcess gangway = GangwayProcess.up(home)) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            String customer = calls.create("Before the database was killed");
            gangway.database().destroyForcibly();
            Eventually.happens("it serves again", () -> !tried(calls).isEmpty());
            assertThat(calls.admin("/api/v1/customers/" + customer)
                            .path("client_id")
                            .asText())
                    .isEqualTo(customer);
        }
    }

    private static String tried(Calls calls) {
        return calls.create("After the database was killed");
    }

    @Test
    void a_request_under_way_when_it_is_told_to_stop_gets_its_answer_and_a_receiver_that_hangs_holds_nothing_up()
            throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (Upstream hanging = new Upstream((_, _) -> {
                    told.countDown();
                    wait(over);
                });
                Upstream slow = new Upstream((_, out) -> {
                    asked.countDown();
                    pause(2_000);
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate".getBytes(StandardCharsets.US_ASCII));
                });
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            GangwayProcess gangway = GangwayProcess.up(home);
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            connect(calls, slow.url());
            calls.tell(hanging.url() + "/hook");
            calls.create("Told to nobody");
            told.await();
            Future<HttpResponse<String>> answer =
                    threads.submit(() -> calls.admin("POST", "/gateway/slow/anything", Json.object()));
            asked.await();
            assertThat(gangway.stop()).isEqualTo(143);
            assertThat(answer.get().body()).isEqualTo("late");
            over.countDown();
        }
        try (GangwayProcess again = GangwayProcess.up(home)) {
            Calls calls = new Calls(again.awaitUrl(), again.demo());
            assertThat(calls.admin("/api/v1/deliveries").path("items"))
                    .isNotEmpty()
                    .extracting(delivery -> delivery.path("state").asText())
                    .isSubsetOf("pending", "sending");
        }
    }

    @Test
    void one_who_asks_too_often_is_told_when_to_come_back() throws Exception {
        Files.writeString(home.resolve("gangway.yaml"), "rate-limit: {sandbox: 3}\n");
        try (GangwayProcess gangway = GangwayProcess.up(home)) {
            Calls calls = new Calls(gangway.awaitUrl(), gangway.demo());
            HttpResponse<String> refused = calls.partner("/beta/partner/customer/v1/get", Json.object());
            for (int more = 0; refused.statusCode() != 429 && more < 10; more++) { // a minute may end in between
                refused = calls.partner("/beta/partner/customer/v1/get", Json.object());
            }
            assertThat(WireError.of(refused).code()).isEqualTo("RATE_LIMIT");
            assertThat(WireError.of(refused).status()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
        }
    }

    private static void connect(Calls calls, String url) throws IOException {
        HttpResponse<String> made = calls.admin(
                "PUT",
                "/api/v1/connections/slow",
                Json.object()
                        .put("provider", "admin")
                        .put("server", url)
                        .set("credentials", Json.object().put("accessToken", "x")));
        assertThat(made.statusCode()).as(made.body()).isBetween(200, 201);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException closing) {
            throw new UncheckedIOException(new IOException(closing));
        }
    }
}
