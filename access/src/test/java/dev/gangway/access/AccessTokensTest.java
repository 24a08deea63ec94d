package dev.gangway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Caller;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessTokensTest {
    private final DatabaseConfig config = TestDatabase.freshConfig("audit", "access");
    private final Database database = Database.open(config, List.of());
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final AccessTokens tokens = new AccessTokens(database, clock, audit);

    @AfterEach
    void close() {
        tokens.close();
        database.close();
    }

    @Nested
    class A_new_token {
        @Test
        void lets_its_bearer_in_under_its_own_name() {
            IssuedToken issued = create("nightly report", TokenScope.FULL, null);
            assertThat(issued.text().reveal()).matches("gwt_[0-9A-Za-z]{40}");
            assertThat(tokens.callerOf(issued.text()))
                    .contains(new Caller("token:" + issued.token().id(), true));
        }

        @Test
        void that_is_read_only_may_not_write() {
            IssuedToken issued = create("reader", TokenScope.READ_ONLY, null);
            assertThat(tokens.callerOf(issued.text()).orElseThrow().mayWrite()).isFalse();
        }

        @Test
        void is_on_record_without_its_text() {
            IssuedToken issued = create("nightly report", TokenScope.FULL, null);
            List<AuditEvent> timeline =
                    audit.timeline(WorldId.MAIN, issued.token().id());
            assertThat(timeline).extracting(AuditEvent::action).containsExactly("token.created");
            assertThat(timeline.toString())
                    .contains("nightly report")
                    .doesNotContain(issued.text().reveal());
        }

        @Test
        void is_stored_as_a_hash_only() {
            Secret text = create("nightly report", TokenScope.FULL, null).text();
            String row = database.read(tx -> tx.createQuery("select token::text from access.token")
                    .mapTo(String.class)
                    .one());
            assertThat(row).contains("nightly report").doesNotContain(text.reveal());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "line\nbreak", "nul\0character"})
        void needs_a_name_for_people(String name) {
            assertThatThrownBy(() -> create(name, TokenScope.FULL, null))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID));
        }

        @Test
        void cannot_have_expired_before_it_is_made() {
            assertThatThrownBy(() -> create("late", TokenScope.FULL, clock.now()))
                    .hasMessage("expires_at: must be in the future, got 2026-03-04T12:00:00Z");
        }
    }

    @Nested
    class Nobody {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "gwt_",
                    "gwt_0000000000000000000000000000000000000000",
                    "gwt_00000000000000000000000000000000000000000",
                    "xyz_0000000000000000000000000000000000000000",
                })
        void is_behind_a_text_that_was_never_issued(String text) {
            assertThat(tokens.callerOf(new Secret(text))).isEmpty();
        }
    }

    @Nested
    class A_token_that_expires {
        @Test
        void stops_at_that_instant_although_it_is_remembered() {
            Secret text = create("short", TokenScope.FULL, clock.now().plusSeconds(60))
                    .text();
            clock.advance(Duration.ofSeconds(59));
            assertThat(tokens.callerOf(text)).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(tokens.callerOf(text)).isEmpty();
        }
    }

    @Nested
    class A_revoked_token {
        @Test
        void stops_here_at_once() {
            IssuedToken issued = create("gone", TokenScope.FULL, null);
            assertThat(tokens.callerOf(issued.text())).isPresent();
            tokens.revoke(WorldId.MAIN, issued.token().id(), Actor.SYSTEM);
            assertThat(tokens.callerOf(issued.text())).isEmpty();
        }

        @Test
        void stops_on_every_other_node_too() throws InterruptedException {
            try (Database elsewhere = Database.open(config, List.of());
                    AccessTokens others = new AccessTokens(elsewhere, clock, audit)) {
                IssuedToken issued = create("gone", TokenScope.FULL, null);
                assertThat(others.callerOf(issued.text())).isPresent();
                tokens.revoke(WorldId.MAIN, issued.token().id(), Actor.SYSTEM);
                Eventually.happens(
                        "the token stops", () -> others.callerOf(issued.text()).isEmpty());
            }
        }

        @Test
        void is_listed_no_more_and_cannot_be_revoked_again() {
            String id = create("gone", TokenScope.FULL, null).token().id();
            tokens.revoke(WorldId.MAIN, id, Actor.SYSTEM);
            assertThat(list()).isEmpty();
            assertThatThrownBy(() -> tokens.revoke(WorldId.MAIN, id, Actor.SYSTEM))
                    .hasMessage("no access token " + id);
        }

        @Test
        void stays_live_when_the_revocation_is_rolled_back() {
            IssuedToken issued = create("kept", TokenScope.FULL, null);
            assertThatThrownBy(() -> database.run(tx -> {
                        tokens.revoke(WorldId.MAIN, issued.token().id(), Actor.SYSTEM);
                        throw new IllegalStateException("refused");
                    }))
                    .hasMessage("refused");
            assertThat(tokens.callerOf(issued.text())).isPresent();
        }
    }

    @Nested
    class The_list {
        @Test
        void begins_with_the_newest() {
            create("first", TokenScope.FULL, null);
            clock.advance(Duration.ofMinutes(1));
            create("second", TokenScope.READ_ONLY, null);
            assertThat(list()).extracting(AccessToken::name).containsExactly("second", "first");
        }

        @Test
        void shows_the_last_use_once_that_was_written_down() {
            IssuedToken issued = create("used", TokenScope.FULL, null);
            try (AccessTokens node = new AccessTokens(database, clock, audit)) {
                node.start();
                clock.advance(Duration.ofMinutes(1));
                node.callerOf(issued.text());
            }
            assertThat(list()).extracting(AccessToken::lastUsedAt).containsExactly(clock.now());
        }
    }

    private IssuedToken create(String name, TokenScope scope, @Nullable Instant expiresAt) {
        return tokens.create(WorldId.MAIN, name, scope, expiresAt, Actor.SYSTEM);
    }

    private List<AccessToken> list() {
        return tokens.list(WorldId.MAIN, Optional.empty(), 10).items();
    }
}
