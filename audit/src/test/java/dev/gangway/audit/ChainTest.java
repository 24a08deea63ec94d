package dev.gangway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.base.Actor;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Handlers;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChainTest {
    private final Database database = TestDatabase.fresh("audit");
    private final AuditTrail trail = new AuditTrail(database, new SettableClock(), () -> List.of(WorldId.MAIN));

    @AfterEach
    void close() {
        trail.close();
        database.close();
    }

    @Nested
    class Verification_of_a_chain {
        @Test
        void finds_an_empty_one_intact() {
            assertThat(verify()).isEqualTo(Verification.intact(0));
        }

        @Test
        void finds_an_untouched_one_intact_over_many_batches_and_pages() {
            record(1_234);
            assertThat(verify()).isEqualTo(Verification.intact(1_234));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "at = at + interval '1 second'",
                    "partner = 'prt_2'",
                    "subject = 'c99'",
                    "actor = 'token:tok_other'",
                    "request_id = 'another'",
                    "action = 'customer.denied'",
                    "changes = '{\"x\": 1}'",
                })
        void names_a_row_of_which_anything_was_changed(String change) {
            record(5);
            verify();
            alter("update audit.event set " + change + " where position = 3");
            assertThat(verify()).isEqualTo(Verification.brokenAt(3));
        }

        @Test
        void names_the_place_of_a_row_that_was_deleted() {
            record(5);
            verify();
            alter("delete from audit.event where position = 3");
            assertThat(verify()).isEqualTo(Verification.brokenAt(3));
        }

        @Test
        void misses_the_last_row_too() {
            record(5);
            verify();
            alter("delete from audit.event where position = 5");
            assertThat(verify()).isEqualTo(Verification.brokenAt(5));
        }

        @Test
        void names_the_first_of_two_rows_that_were_swapped() {
            record(5);
            verify();
            alter("update audit.event set position = 100 where position = 2");
            alter("update audit.event set position = 2 where position = 4");
            alter("update audit.event set position = 4 where position = 100");
            assertThat(verify()).isEqualTo(Verification.brokenAt(2));
        }

        @Test
        void is_not_fooled_by_a_chain_whose_end_was_forgotten() {
            record(5);
            verify();
            alter("delete from audit.chain");
            assertThat(verify()).isEqualTo(Verification.brokenAt(1));
        }

        @Test
        void is_not_fooled_by_a_last_row_that_was_replaced_with_its_hash() {
            record(2);
            verify();
            ChainEnd first = database.read(tx -> new ChainStore().sealedBetween(tx, WorldId.MAIN, 0, 1, 1))
                    .getFirst()
                    .end();
            alter("update audit.event set actor = 'somebody else' where position = 2");
            StoredEvent forged = database.read(tx -> new ChainStore().sealedBetween(tx, WorldId.MAIN, 1, 2, 1))
                    .getFirst()
                    .event();
            database.run(tx -> new ChainStore().seal(tx, WorldId.MAIN, List.of(SealedEvent.after(first, forged))));
            assertThat(verify()).isEqualTo(Verification.brokenAt(2));
        }

        @Test
        void is_what_the_admin_api_answers() {
            record(3);
            Answer answer = new Handlers(trail.routes(), Caller.ANONYMOUS).call("verifyAudit", Map.of());
            assertThat(Handlers.json(answer)).isEqualTo(Json.parse("""
                    {"intact": true, "checked": 3, "broken_at": null}"""));
        }
    }

    @Nested
    class Worlds {
        @Test
        void have_chains_of_their_own() {
            WorldId other = new WorldId("other");
            trail.record(entry(other, "c1"));
            record(2);
            assertThat(trail.verify(other)).isEqualTo(Verification.intact(1));
            assertThat(verify()).isEqualTo(Verification.intact(2));
        }
    }

    @Nested
    class The_export {
        @Test
        void can_be_checked_line_by_line_without_this_code() throws Exception {
            record(700);
            List<String> lines = export();
            assertThat(lines).hasSize(700);
            String previous = "0".repeat(64);
            for (String line : lines) {
                JsonNode event = Json.parse(line);
                assertThat(event.path("previous_hash").asText()).isEqualTo(previous);
                previous = event.path("hash").asText();
                assertThat(sha256(event.path("previous_hash").asText(), withoutSeal(line)))
                        .isEqualTo(previous);
            }
        }

        @Test
        void holds_what_was_recorded() throws IOException {
            record(2);
            JsonNode second = Json.parse(export().get(1));
            assertThat(second.path("position").asLong()).isEqualTo(2);
            assertThat(second.path("world").asText()).isEqualTo("main");
            assertThat(second.path("subject").asText()).isEqualTo("c2");
            assertThat(second.path("at").asText()).isEqualTo("2026-03-04T12:00:00Z");
            assertThat(second.path("changes").toString()).isEqualTo("""
                    {"name":{"before":null,"after":"c2 – ünïcode"}}""");
        }

        private static String withoutSeal(String line) {
            return line.substring(0, line.indexOf(",\"previous_hash\":")) + "}";
        }

        private static String sha256(String previousHash, String row) throws GeneralSecurityException {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previousHash));
            return HexFormat.of().formatHex(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Nested
    class Recording_while_two_nodes_seal {
        @Test
        void leaves_one_chain_of_everything_without_a_gap() throws Exception {
            try (AuditTrail node = new AuditTrail(database, new SettableClock(), () -> List.of(WorldId.MAIN));
                    AuditTrail other = new AuditTrail(database, new SettableClock(), () -> List.of(WorldId.MAIN));
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                node.start();
                other.start();
                List<Future<?>> recorders = IntStream.range(0, 20)
                        .<Future<?>>mapToObj(each -> threads.submit(() -> record(50)))
                        .toList();
                for (Future<?> recorder : recorders) {
                    node.verify(WorldId.MAIN); // seals, in competition with both workers
                    recorder.get();
                }
            }
            assertThat(verify()).isEqualTo(Verification.intact(1_000));
        }
    }

    private void record(int count) {
        for (int each = 1; each <= count; each++) {
            trail.record(entry(WorldId.MAIN, "c" + each));
        }
    }

    private static AuditEntry entry(WorldId world, String subject) {
        JsonNode after = Json.object().put("name", subject + " – ünïcode");
        return new AuditEntry(world, "prt_1", subject, Actor.SYSTEM, "customer.created", NullNode.instance, after);
    }

    private Verification verify() {
        return trail.verify(WorldId.MAIN);
    }

    private List<String> export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        trail.export(WorldId.MAIN, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /// What someone with access to the database might do.
    private void alter(String statement) {
        database.run(tx -> tx.execute(statement));
    }
}
