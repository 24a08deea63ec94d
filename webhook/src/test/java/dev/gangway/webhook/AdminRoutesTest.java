package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminRoutesTest {
    private static final Map<String, String> PARTNER = Map.of("partner", Room.PARTNER);

    private final Room room = new Room();
    private final Webhooks webhooks = new Webhooks(
            room.database,
            room.clock,
            room.audit,
            new TestVault(),
            WebhookConfig.defaults(true),
            () -> List.of(Room.WORLD));
    private final AdminCalls admin = new AdminCalls(webhooks.routes((_, partner) -> partner.equals(Room.PARTNER)));

    @AfterEach
    void close() {
        webhooks.close();
        room.close();
    }

    @Nested
    class An_endpoint {
        @Test
        void is_created_read_changed_and_deleted() {
            JsonNode created = create("""
                    {"url": "https://1.1.1.1/hook", "environment": "sandbox"}""");
            assertThat(created.toString()).isEqualTo("""
                    {"id":"%s","partner":"prt_1","environment":"sandbox","url":"https://1.1.1.1/hook",\
                    "events":["END_CUSTOMER_OAUTH_STATUS_UPDATED"],"paused":false,"paused_because":null,\
                    "created_at":"2026-03-04T12:00:00Z"}""".formatted(id(created)));
            Map<String, String> path = Map.of("endpoint", id(created));
            assertThat(admin.get("readWebhookEndpoint", path, Map.of())).isEqualTo(created);
            JsonNode changed = admin.send("changeWebhookEndpoint", path, """
                    {"events": ["END_CUSTOMER_STATUS_UPDATED", "END_CUSTOMER_STATUS_UPDATED"], "paused": true}""");
            assertThat(changed.get("events").toString()).isEqualTo("[\"END_CUSTOMER_STATUS_UPDATED\"]");
            assertThat(changed.get("paused_because").textValue()).isEqualTo("somebody paused it");
            assertThat(changed.get("url")).isEqualTo(created.get("url"));
            assertThat(admin.call("deleteWebhookEndpoint", path, Map.of(), "").status())
                    .isEqualTo(204);
            assertRefused(NOT_FOUND, () -> admin.get("readWebhookEndpoint", path, Map.of()));
            assertRefused(NOT_FOUND, () -> admin.send("changeWebhookEndpoint", path, "{}"));
            assertRefused(NOT_FOUND, () -> admin.call("deleteWebhookEndpoint", path, Map.of(), ""));
        }

        @Test
        void belongs_to_a_partner_that_exists() {
            Map<String, String> path = Map.of("partner", "prt_none");
            assertRefused(NOT_FOUND, () -> admin.get("listWebhookEndpoints", path, Map.of()));
            assertRefused(NOT_FOUND, () -> admin.send("createWebhookEndpoint", path, """
                    {"url": "https://1.1.1.1/hook", "environment": "sandbox"}"""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"url\": \"https://1.1.1.1\"}", "{\"environment\": \"sandbox\"}"})
        @ValueSource(strings = {"{\"url\": \"https://10.0.0.1\", \"environment\": \"sandbox\"}"})
        @ValueSource(strings = {"{\"url\": \"https://1.1.1.1\", \"environment\": \"sandbox\", \"events\": []}"})
        @ValueSource(strings = {"{\"url\": \"https://1.1.1.1\", \"environment\": \"sandbox\", \"events\": [null]}"})
        @ValueSource(strings = {"{\"url\": \"https://1.1.1.1\", \"environment\": \"moon\"}"})
        void is_refused_when_something_is_missing_or_wrong(String body) {
            assertRefused(REQUEST_INVALID, () -> create(body));
        }

        @Test
        void keeps_its_url_when_the_new_one_may_not_be_called() {
            Map<String, String> path = Map.of("endpoint", room.endpoint().id());
            assertRefused(REQUEST_INVALID, () -> admin.send("changeWebhookEndpoint", path, """
                    {"url": "https://192.168.0.1/", "paused": true}"""));
            JsonNode unchanged = admin.get("readWebhookEndpoint", path, Map.of());
            assertThat(unchanged.get("url").textValue()).isEqualTo("https://1.1.1.1/hook");
            assertThat(unchanged.get("paused").booleanValue()).isFalse();
        }

        @Test
        void is_listed_with_the_partners_others_page_by_page() {
            List<String> created = List.of(
                    room.endpoint().id(), room.endpoint().id(), room.endpoint().id());
            assertThat(pages("listWebhookEndpoints", PARTNER, Map.of("limit", "2")))
                    .isEqualTo(created);
        }
    }

    @Nested
    class Deliveries {
        @Test
        void are_listed_newest_first_page_by_page() {
            room.endpoint();
            room.happens("ann", "bob", "cid", "dan", "eve");
            List<String> newestFirst =
                    room.deliveries().reversed().stream().map(Delivery::id).toList();
            assertThat(pages("listDeliveries", Map.of(), Map.of("limit", "2"))).isEqualTo(newestFirst);
        }

        @Test
        void are_narrowed_by_each_filter_and_by_all_of_them() {
            Endpoint endpoint = room.endpoint();
            Endpoint other = room.endpoint();
            room.happens("ann", "bob");
            room.accept(room.claimOne(endpoint));
            Delivery sent = room.deliveries().getFirst();
            assertThat(listed(Map.of("partner", Room.PARTNER))).hasSize(4);
            assertThat(listed(Map.of("partner", "prt_2"))).isEmpty();
            assertThat(listed(Map.of("endpoint", other.id()))).hasSize(2);
            assertThat(listed(Map.of("customer", "ann"))).hasSize(2);
            assertThat(listed(Map.of("event", sent.event()))).hasSize(2);
            assertThat(listed(Map.of("state", "delivered"))).containsExactly(sent.id());
            assertThat(listed(Map.of("endpoint", endpoint.id(), "customer", "ann", "state", "delivered")))
                    .containsExactly(sent.id());
            assertThat(listed(Map.of("endpoint", other.id(), "state", "delivered")))
                    .isEmpty();
            assertRefused(REQUEST_INVALID, () -> listed(Map.of("state", "lost")));
            assertRefused(REQUEST_INVALID, () -> listed(Map.of("after", "bm90IGEgbnVtYmVy")));
        }

        @Test
        void show_their_attempts_their_body_and_when_they_are_tried_next() {
            Endpoint endpoint = room.endpoint();
            room.happens("ann");
            room.reject(room.claimOne(endpoint));
            Delivery delivery = room.deliveries().getFirst();
            JsonNode shown = admin.get("readDelivery", Map.of("delivery", delivery.id()), Map.of());
            assertThat(shown.toString()).isEqualTo("""
                    {"id":"%s","event":"%s","event_type":"END_CUSTOMER_OAUTH_STATUS_UPDATED","endpoint":"%s",\
                    "partner":"prt_1","environment":"sandbox","customer":"ann","state":"pending","attempt_count":1,\
                    "replay_of":null,"created_at":"2026-03-04T12:00:00Z","next_attempt_at":"2026-03-04T12:00:30Z",\
                    "attempts":[{"at":"2026-03-04T12:00:00Z","status":500,"error":null,"response":"oops",\
                    "duration_ms":12}],\
                    "body":{"webhook_type":"PARTNER","webhook_code":"END_CUSTOMER_OAUTH_STATUS_UPDATED",\
                    "end_customer_client_id":"ann","environment":"sandbox","status":"enabled"}}""".formatted(delivery.id(), delivery.event(), endpoint.id()));
            assertRefused(NOT_FOUND, () -> admin.get("readDelivery", Map.of("delivery", "dlv_none"), Map.of()));
        }

        @Test
        void are_sent_again() {
            Endpoint endpoint = room.endpoint();
            room.happens("ann");
            Claim first = room.claimOne(endpoint);
            room.accept(first);
            JsonNode replay = admin.send("replayDelivery", Map.of("delivery", first.delivery()), "");
            assertThat(replay.get("replay_of").textValue()).isEqualTo(first.delivery());
            room.accept(room.claimOne(endpoint));
            Map<String, String> path = Map.of("endpoint", endpoint.id());
            assertThat(admin.send("replayDeliveries", path, "{\"failed\": true}")
                            .toString())
                    .isEqualTo("{\"replayed\":0}");
            assertThat(admin.send("replayDeliveries", path, """
                    {"from": "2026-03-04T12:00:00Z", "to": "2026-03-04T12:00:01+00:00"}""").toString()).isEqualTo("{\"replayed\":1}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"failed\": false}", "{\"from\": \"2026-03-04T12:00:00Z\"}"})
        @ValueSource(strings = {"{\"from\": \"2026-03-04T12:00:00Z\", \"to\": \"2026-03-04T12:00:00Z\"}"})
        @ValueSource(strings = {"{\"failed\": true, \"to\": \"2026-03-04T12:00:00Z\"}"})
        @ValueSource(strings = {"{\"from\": \"yesterday\", \"to\": \"today\"}"})
        void are_not_sent_again_when_it_is_unclear_which(String body) {
            Map<String, String> path = Map.of("endpoint", room.endpoint().id());
            assertRefused(REQUEST_INVALID, () -> admin.send("replayDeliveries", path, body));
        }
    }

    @Nested
    class The_feed {
        @Test
        void goes_on_where_the_reader_left_off() {
            room.happens("ann", "bob", "cid");
            JsonNode first = admin.get("listEvents", Map.of(), Map.of("limit", "2"));
            assertThat(first.get("items"))
                    .extracting(item -> item.get("customer").textValue())
                    .containsExactly("ann", "bob");
            String next = first.get("next").textValue();
            JsonNode rest = admin.get("listEvents", Map.of(), Map.of("after", next));
            assertThat(rest.get("items")).hasSize(1);
            String end = rest.get("next").textValue();
            assertThat(admin.get("listEvents", Map.of(), Map.of("after", end))
                            .get("next")
                            .isNull())
                    .isTrue();
            room.happens("dan");
            JsonNode later = admin.get("listEvents", Map.of(), Map.of("after", end, "partner", Room.PARTNER));
            assertThat(later.get("items"))
                    .extracting(item -> item.get("customer").textValue())
                    .containsExactly("dan");
            assertThat(admin.get("listEvents", Map.of(), Map.of("partner", "prt_2"))
                            .get("items"))
                    .isEmpty();
        }
    }

    @Nested
    class Signing_keys {
        @Test
        void are_listed_newest_first_and_replaced() {
            JsonNode first = admin.send("rotateWebhookKey", Map.of("environment", "sandbox"), "");
            room.clock.advance(Duration.ofSeconds(1));
            JsonNode second = admin.send("rotateWebhookKey", Map.of("environment", "sandbox"), "");
            JsonNode keys = admin.get("listWebhookKeys", Map.of(), Map.of());
            assertThat(keys.toString()).isEqualTo("""
                    {"items":[\
                    {"kid":"%s","environment":"sandbox","created_at":"2026-03-04T12:00:01Z","expired_at":null},\
                    {"kid":"%s","environment":"sandbox","created_at":"2026-03-04T12:00:00Z",\
                    "expired_at":"2026-03-04T12:00:01Z"}],"next":null}""".formatted(
                            second.get("kid").textValue(), first.get("kid").textValue()));
            assertRefused(NOT_FOUND, () -> admin.send("rotateWebhookKey", Map.of("environment", "development"), ""));
        }
    }

    private JsonNode create(String body) {
        return admin.send("createWebhookEndpoint", PARTNER, body);
    }

    private List<String> listed(Map<String, String> query) {
        return ids(admin.get("listDeliveries", Map.of(), query));
    }

    /// The ids of all pages, following `next`.
    private List<String> pages(String operation, Map<String, String> path, Map<String, String> query) {
        JsonNode page = admin.get(operation, path, query);
        List<String> all = new ArrayList<>(ids(page));
        while (!page.get("next").isNull()) {
            Map<String, String> next = new HashMap<>(query);
            next.put("after", page.get("next").textValue());
            page = admin.get(operation, path, next);
            all.addAll(ids(page));
        }
        return all;
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(AdminRoutesTest::id)
                .toList();
    }

    private static String id(JsonNode item) {
        return item.get("id").textValue();
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
