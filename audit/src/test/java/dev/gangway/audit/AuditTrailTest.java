package dev.gangway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Access;
import dev.gangway.base.Actor;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Handlers;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Route;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditTrailTest {
    private final Database database = TestDatabase.fresh("audit");
    private final SettableClock clock = new SettableClock();
    private final AuditTrail trail = new AuditTrail(database, clock, () -> List.of(WorldId.MAIN));
    private final Handlers api = new Handlers(trail.routes(), new Caller("token:tok_1", false));

    @AfterEach
    void close() {
        trail.close();
        database.close();
    }

    @Nested
    class Recording {
        @Test
        void keeps_who_did_what_when_with_which_request_and_what_changed() {
            trail.record(new AuditEntry(
                    WorldId.MAIN,
                    "prt_1",
                    "c1",
                    new Actor("token:tok_1", "4vXq2mZr8KcT1nW"),
                    "customer.updated",
                    Json.parse("{\"website\": null}"),
                    Json.parse("{\"website\": \"a.example\"}")));
            assertThat(trail.timeline(WorldId.MAIN, "c1")).singleElement().satisfies(event -> {
                assertThat(event.at()).isEqualTo(clock.now());
                assertThat(event.partner()).isEqualTo("prt_1");
                assertThat(event.actor()).isEqualTo("token:tok_1");
                assertThat(event.requestId()).isEqualTo("4vXq2mZr8KcT1nW");
                assertThat(event.action()).isEqualTo("customer.updated");
                assertThat(event.changes()).isEqualTo(Json.parse("""
                        {"website": {"before": null, "after": "a.example"}}"""));
                assertThat(event.position()).isNull();
            });
        }

        @Test
        void is_undone_with_the_transaction_that_it_is_part_of() {
            assertThatThrownBy(() -> database.run(tx -> {
                        record("c1", "customer.created");
                        throw new IllegalStateException("refused");
                    }))
                    .hasMessage("refused");
            assertThat(trail.timeline(WorldId.MAIN, "c1")).isEmpty();
        }
    }

    @Nested
    class A_timeline {
        @Test
        void is_of_one_subject_in_one_world_oldest_first() {
            record("c1", "customer.created");
            record("c2", "customer.created");
            clock.advance(Duration.ofMinutes(1));
            record("c1", "customer.enabled");
            assertThat(trail.timeline(WorldId.MAIN, "c1"))
                    .extracting(AuditEvent::action)
                    .containsExactly("customer.created", "customer.enabled");
            assertThat(trail.timeline(new WorldId("other"), "c1")).isEmpty();
        }
    }

    @Nested
    class The_list {
        @Test
        void comes_newest_first_in_pages_that_neither_repeat_nor_miss() {
            for (int each = 1; each <= 5; each++) {
                record("c" + each, "customer.created");
            }
            JsonNode first = list(Map.of("limit", "2"));
            JsonNode second =
                    list(Map.of("limit", "2", "after", first.path("next").asText()));
            JsonNode third =
                    list(Map.of("limit", "2", "after", second.path("next").asText()));
            assertThat(subjects(first)).containsExactly("c5", "c4");
            assertThat(subjects(second)).containsExactly("c3", "c2");
            assertThat(subjects(third)).containsExactly("c1");
            assertThat(third.path("next").isNull()).isTrue();
        }

        @Test
        void can_be_narrowed_by_partner_subject_and_action() {
            record("c1", "customer.created");
            record("c1", "customer.enabled");
            record("c2", "customer.created");
            assertThat(subjects(list(Map.of("action", "customer.created")))).containsExactly("c2", "c1");
            assertThat(subjects(list(Map.of("subject", "c1")))).containsExactly("c1", "c1");
            assertThat(subjects(list(Map.of("subject", "c1", "action", "customer.enabled"))))
                    .containsExactly("c1");
            assertThat(subjects(list(Map.of("partner", "prt_1", "action", "customer.enabled"))))
                    .containsExactly("c1");
            assertThat(subjects(list(Map.of("subject", "c1", "partner", "prt_2"))))
                    .isEmpty();
            assertThat(subjects(list(Map.of("partner", "prt_2")))).isEmpty();
        }

        @Test
        void refuses_a_cursor_that_it_did_not_give_out() {
            assertThatThrownBy(() -> list(Map.of("after", "bm90LWEtbnVtYmVy")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("after: not a cursor of this list");
        }
    }

    @Test
    void every_route_is_open_to_readers() {
        assertThat(trail.routes().routes()).extracting(Route::access).containsOnly(Access.READ);
    }

    private void record(String subject, String action) {
        trail.record(new AuditEntry(
                WorldId.MAIN, "prt_1", subject, Actor.SYSTEM, action, NullNode.instance, NullNode.instance));
    }

    private JsonNode list(Map<String, String> query) {
        Answer answer = api.call("listAudit", query);
        assertThat(answer.status()).isEqualTo(200);
        return Handlers.json(answer);
    }

    private static List<String> subjects(JsonNode page) {
        return page.path("items").findValuesAsText("subject");
    }
}
