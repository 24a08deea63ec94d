package dev.gangway.partner;

import static dev.gangway.base.Environment.PRODUCTION;
import static dev.gangway.base.Environment.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Environment;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.Eventually;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.DatabaseConfig;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeysTest {
    private final DatabaseConfig config = TestDatabase.freshConfig("audit", "partner");
    private final Database database = Database.open(config, List.of());
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final Partners partners = new Partners(database, clock, audit);
    private final Partner partner =
            partners.create(WorldId.MAIN, "Harbour Payments", PartnerSettings.DEFAULT, Actor.SYSTEM);

    @AfterEach
    void close() {
        partners.close();
        database.close();
    }

    @Nested
    class An_issued_key {
        @ParameterizedTest
        @EnumSource
        void opens_the_environment_that_it_was_issued_for(Environment environment) {
            IssuedKey issued = issue(environment);
            assertThat(issued.secret().reveal()).matches("[0-9a-f]{32}");
            assertThat(authenticate(issued)).contains(new PartnerAccess(partner, environment));
        }

        @Test
        void works_at_once_although_the_partner_was_refused_before() {
            assertThat(partners.authenticate(partner.clientId(), new Secret("guessed")))
                    .isEmpty();
            assertThat(authenticate(issue(SANDBOX))).isPresent();
        }

        @Test
        void opens_without_a_query_once_it_is_known() throws InterruptedException {
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            database.listen("partner", heard::add);
            heard.take(); // listening has begun, which makes caches forget
            IssuedKey issued = issue(SANDBOX);
            heard.take(); // and so does what this very node tells
            assertThat(authenticate(issued)).isPresent();
            database.run(tx -> tx.execute("delete from partner.api_key")); // which nobody is told
            assertThat(authenticate(issued)).isPresent();
        }

        @Test
        void is_stored_as_a_hash_only() {
            Secret secret = issue(SANDBOX).secret();
            String row = database.read(tx -> tx.createQuery("select api_key::text from partner.api_key")
                    .mapTo(String.class)
                    .one());
            assertThat(row).contains("sandbox").doesNotContain(secret.reveal());
        }

        @Test
        void is_on_record_without_its_secret() {
            IssuedKey issued = issue(SANDBOX);
            AuditEvent event = audit.timeline(WorldId.MAIN, partner.id()).getLast();
            assertThat(event.action()).isEqualTo("partner.key_issued");
            assertThat(event.changes().toString())
                    .contains("keys." + issued.key().id() + ".environment")
                    .doesNotContain(issued.secret().reveal());
        }
    }

    @Nested
    class Nobody_comes_in {
        @ParameterizedTest
        @ValueSource(strings = {"", "0", "00000000000000000000000000000000", "00000000000000000000000000000000ff"})
        void with_a_secret_that_was_never_issued(String guess) {
            issue(SANDBOX);
            assertThat(partners.authenticate(partner.clientId(), new Secret(guess)))
                    .isEmpty();
        }

        @Test
        void with_an_unknown_client_id() {
            IssuedKey issued = issue(SANDBOX);
            assertThat(partners.authenticate("0123456789abcdef01234567", issued.secret()))
                    .isEmpty();
        }

        @Test
        void with_another_partners_secret() {
            Partner other = partners.create(WorldId.MAIN, "Other", PartnerSettings.DEFAULT, Actor.SYSTEM);
            IssuedKey issued = issue(SANDBOX);
            assertThat(partners.authenticate(other.clientId(), issued.secret())).isEmpty();
        }
    }

    @Nested
    class Two_keys {
        @Test
        void can_be_live_in_an_environment_and_a_third_cannot() {
            IssuedKey first = issue(SANDBOX);
            IssuedKey second = issue(SANDBOX);
            assertConflict(() -> issue(SANDBOX));
            assertThat(authenticate(first)).isPresent();
            assertThat(authenticate(second)).isPresent();
            assertThat(authenticate(issue(PRODUCTION))).isPresent();
        }

        @Test
        void make_room_when_one_is_revoked() {
            IssuedKey first = issue(SANDBOX);
            issue(SANDBOX);
            revoke(first);
            assertThat(authenticate(issue(SANDBOX))).isPresent();
        }

        @Test
        void do_not_become_three_when_two_are_issued_at_the_same_time() {
            issue(SANDBOX);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<IssuedKey> rival = database.transaction(tx -> {
                    issue(SANDBOX);
                    Future<IssuedKey> late = threads.submit(() -> issue(SANDBOX));
                    while (!late.isDone() && !somebodyWaits(tx)) {
                        Thread.onSpinWait();
                    }
                    return late;
                });
                assertThatThrownBy(rival::get).hasCauseInstanceOf(ProblemException.class);
            }
            assertThat(partners.keys(WorldId.MAIN, partner.id())).hasSize(2);
        }

        private boolean somebodyWaits(Handle tx) {
            return tx.createQuery("select exists (select from pg_locks where not granted)")
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    @Nested
    class A_rotated_key {
        private final IssuedKey old = issue(PRODUCTION);

        @Test
        void works_beside_its_successor_until_the_overlap_has_passed() {
            IssuedKey successor = rotate(Duration.ofHours(24));
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(authenticate(old)).isPresent();
            assertThat(authenticate(successor)).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(authenticate(old)).isEmpty();
            assertThat(authenticate(successor)).contains(new PartnerAccess(partner, PRODUCTION));
        }

        @Test
        void stops_at_once_without_an_overlap() {
            assertThat(authenticate(old)).isPresent();
            rotate(Duration.ZERO);
            assertThat(authenticate(old)).isEmpty();
        }

        @Test
        void cannot_be_rotated_again_while_its_successor_lives() {
            rotate(Duration.ofHours(24));
            assertConflict(() -> rotate(Duration.ofHours(24)));
        }

        @Test
        void does_not_outlive_an_earlier_end_when_its_successor_was_revoked() {
            revoke(rotate(Duration.ofHours(1)));
            rotate(Duration.ofHours(24));
            clock.advance(Duration.ofHours(1));
            assertThat(authenticate(old)).isEmpty();
        }

        @Test
        void is_on_record_with_its_end_and_its_successor() {
            IssuedKey successor = rotate(Duration.ofHours(24));
            AuditEvent event = audit.timeline(WorldId.MAIN, partner.id()).getLast();
            assertThat(event.action()).isEqualTo("partner.key_rotated");
            assertThat(event.changes()
                            .path("keys." + old.key().id() + ".expires_at")
                            .path("after")
                            .asText())
                    .isEqualTo("2026-03-05T12:00:00Z");
            assertThat(event.changes().toString()).contains(successor.key().id());
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT-1S", "P30DT1S"})
        void has_an_overlap_within_bounds(Duration overlap) {
            assertThatThrownBy(() -> rotate(overlap))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageStartingWith("overlap: PT0S to P30D");
        }

        private IssuedKey rotate(Duration overlap) {
            return partners.rotateKey(WorldId.MAIN, partner.id(), old.key().id(), overlap, Actor.SYSTEM);
        }
    }

    @Nested
    class A_revoked_key {
        private final IssuedKey key = issue(SANDBOX);

        @Test
        void stops_here_at_once() {
            assertThat(authenticate(key)).isPresent();
            revoke(key);
            assertThat(authenticate(key)).isEmpty();
        }

        @Test
        void stops_on_every_other_node() throws InterruptedException {
            try (Database elsewhere = Database.open(config, List.of());
                    Partners others = new Partners(elsewhere, clock, audit)) {
                assertThat(others.authenticate(partner.clientId(), key.secret()))
                        .isPresent();
                revoke(key);
                Eventually.happens(
                        "the key stops",
                        () -> others.authenticate(partner.clientId(), key.secret())
                                .isEmpty());
            }
        }

        @Test
        void is_listed_no_more_and_cannot_be_revoked_or_rotated() {
            revoke(key);
            assertThat(partners.keys(WorldId.MAIN, partner.id())).isEmpty();
            String message = "no live key " + key.key().id();
            assertThatThrownBy(() -> revoke(key)).hasMessage(message);
            assertThatThrownBy(() -> partners.rotateKey(
                            WorldId.MAIN, partner.id(), key.key().id(), Duration.ZERO, Actor.SYSTEM))
                    .hasMessage(message);
        }

        @Test
        void cannot_be_named_by_another_partner() {
            Partner other = partners.create(WorldId.MAIN, "Other", PartnerSettings.DEFAULT, Actor.SYSTEM);
            assertThatThrownBy(() -> partners.revokeKey(
                            WorldId.MAIN, other.id(), key.key().id(), Actor.SYSTEM))
                    .hasMessage("no live key " + key.key().id());
            assertThat(authenticate(key)).isPresent();
        }
    }

    @Nested
    class The_list {
        @Test
        void shows_the_last_use_once_that_was_written_down() {
            IssuedKey key = issue(SANDBOX);
            assertThat(partners.keys(WorldId.MAIN, partner.id())).containsExactly(key.key());
            try (Partners node = new Partners(database, clock, audit)) {
                node.start();
                clock.advance(Duration.ofMinutes(1));
                node.authenticate(partner.clientId(), key.secret());
            }
            assertThat(partners.keys(WorldId.MAIN, partner.id()))
                    .extracting(PartnerKey::lastUsedAt)
                    .containsExactly(clock.now());
        }

        @Test
        void of_nobody_is_refused() {
            assertThatThrownBy(() -> partners.keys(WorldId.MAIN, "prt_none")).hasMessage("no partner prt_none");
        }
    }

    private IssuedKey issue(Environment environment) {
        return partners.issueKey(WorldId.MAIN, partner.id(), environment, Actor.SYSTEM);
    }

    private void revoke(IssuedKey issued) {
        partners.revokeKey(WorldId.MAIN, partner.id(), issued.key().id(), Actor.SYSTEM);
    }

    private Optional<PartnerAccess> authenticate(IssuedKey issued) {
        return partners.authenticate(partner.clientId(), issued.secret());
    }

    private static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STATE_CONFLICT));
    }
}
