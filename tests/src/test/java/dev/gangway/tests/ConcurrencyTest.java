package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Many callers at once on one end customer: nothing is lost, nothing happens twice.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConcurrencyTest {
    private static final String CREATE = "/beta/partner/customer/v1/create";
    private static final String ENABLE = "/beta/partner/customer/v1/enable";

    private final TestPartner partner = Server.shared().partner();

    @Test
    void of_100_parallel_enables_one_wins() throws Exception {
        String customer = partner.createReady("Raced");
        List<HttpResponse<String>> answers = atOnce(100, _ -> partner.post(ENABLE, partner.about(customer)));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 400)
                .hasSize(99)
                .allSatisfy(answer -> assertThat(answer.body()).contains("CUSTOMER_ALREADY_ENABLED"));
    }

    @Test
    void enable_against_remove_ends_in_one_or_the_other() throws Exception {
        for (int round = 0; round < 20; round++) {
            String customer = partner.createReady("Contested " + round);
            List<HttpResponse<String>> answers = atOnce(
                    2, at -> partner.post(at == 0 ? ENABLE : "/partner/customer/remove", partner.about(customer)));
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
            boolean enabled = answers.getFirst().statusCode() == 200;
            HttpResponse<String> after = partner.post("/beta/partner/customer/v1/get", partner.about(customer));
            assertThat(after.statusCode()).isEqualTo(enabled ? 200 : 404);
        }
    }

    @Test
    void the_same_idempotency_key_50_times_at_once_creates_one_customer() throws Exception {
        List<HttpResponse<String>> answers =
                atOnce(50, _ -> partner.post(CREATE, Bodies.little("Only once"), "Idempotency-Key", "only-once"));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
        JsonNode found = Server.shared().admin("/api/v1/customers?partner=" + partner.id() + "&name=Only%20once");
        assertThat(found.path("items")).hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused_and_a_refusal_is_repeated_byte_for_byte() {
        String customer = partner.createLittle("Refused first");
        HttpResponse<String> first = partner.post(ENABLE, partner.about(customer), "Idempotency-Key", "refused");
        HttpResponse<String> again = partner.post(ENABLE, partner.about(customer), "Idempotency-Key", "refused");
        assertThat(first.body()).contains("CUSTOMER_NOT_READY_FOR_ENABLEMENT").isEqualTo(again.body());
        HttpResponse<String> other =
                partner.post(ENABLE, partner.about(partner.createLittle("Another")), "Idempotency-Key", "refused");
        assertThat(Json.parse(other.body()).path("error_code").asText()).isEqualTo("INVALID_FIELD");
    }

    @Test
    void parallel_updates_of_different_fields_are_all_kept() throws Exception {
        String customer = partner.createLittle("Filled by many");
        List<String> fields = List.of("street", "postal_code", "region");
        List<HttpResponse<String>> answers = atOnce(fields.size(), at -> {
            var body = partner.about(customer);
            body.putObject("address").put(fields.get(at), "value " + at);
            return partner.post("/beta/partner/customer/v1/update", body);
        });
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        JsonNode address = Server.shared()
                .admin("/api/v1/customers/" + customer)
                .path("profile")
                .path("address");
        assertThat(fields).allSatisfy(field -> assertThat(address.has(field)).isTrue());
    }

    @Test
    void of_two_partners_who_bring_the_same_website_at_once_one_is_held() throws Exception {
        List<TestPartner> partners = List.of(partner, Server.shared().partner());
        for (int round = 0; round < 20; round++) {
            String application = "Contested website " + round;
            List<HttpResponse<String>> answers =
                    atOnce(2, at -> partners.get(at).post(CREATE, Bodies.full(application)));
            assertThat(answers)
                    .extracting(answer -> Json.parse(answer.body())
                            .path("end_customer")
                            .path("status")
                            .asText())
                    .contains("UNDER_REVIEW");
        }
    }

    /// Runs `work` with 0, 1, … at the same moment; the answers in that order.
    private static <T> List<T> atOnce(int times, IntFunction<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int at = 0; at < times; at++) {
                int number = at;
                running.add(threads.submit(() -> {
                    start.await();
                    return work.apply(number);
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
