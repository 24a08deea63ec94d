package dev.gangway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionsTest {
    private static final int RACERS = 20;

    private final Database database = TestDatabase.fresh("audit", "access");
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final OneTimeLinks links = new OneTimeLinks(database, clock);
    private final Sessions sessions = new Sessions(database, clock, audit, links);

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    class A_one_time_link {
        @Test
        void signs_in_once() {
            Secret code = links.create(WorldId.MAIN);
            assertThat(sessions.signIn(code)).isPresent();
            assertThat(sessions.signIn(code)).isEmpty();
        }

        @Test
        void signs_in_one_of_twenty_who_use_it_at_the_same_time() throws Exception {
            Secret code = links.create(WorldId.MAIN);
            CountDownLatch start = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Optional<Secret>>> racers = IntStream.range(0, RACERS)
                        .mapToObj(each -> threads.submit(() -> {
                            start.await();
                            return sessions.signIn(code);
                        }))
                        .toList();
                start.countDown();
                int winners = 0;
                for (Future<Optional<Secret>> racer : racers) {
                    winners += racer.get().isPresent() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        }

        @Test
        void is_good_for_twenty_four_hours() {
            Secret inTime = links.create(WorldId.MAIN);
            Secret late = links.create(WorldId.MAIN);
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(links.redeem(inTime)).contains(WorldId.MAIN);
            clock.advance(Duration.ofSeconds(1));
            assertThat(links.redeem(late)).isEmpty();
        }

        @Test
        void lets_nobody_in_with_another_code() {
            links.create(WorldId.MAIN);
            assertThat(links.redeem(new Secret("guessed"))).isEmpty();
        }

        @Test
        void is_stored_as_a_hash_only() {
            Secret code = links.create(WorldId.MAIN);
            String row = database.read(tx -> tx.createQuery("select link::text from access.link")
                    .mapTo(String.class)
                    .one());
            assertThat(row).doesNotContain(code.reveal());
        }
    }

    @Nested
    class A_session {
        private final Secret session =
                sessions.signIn(links.create(WorldId.MAIN)).orElseThrow();

        @Test
        void has_256_bits_and_may_write() {
            assertThat(session.reveal()).matches("[0-9a-f]{64}");
            assertThat(sessions.callerOf(session)).hasValueSatisfying(caller -> {
                assertThat(caller.name()).startsWith("session:ses_");
                assertThat(caller.mayWrite()).isTrue();
            });
        }

        @Test
        void ends_when_it_is_signed_out() {
            sessions.signOut(session);
            assertThat(sessions.callerOf(session)).isEmpty();
        }

        @Test
        void ends_after_seven_days() {
            clock.advance(Duration.ofDays(7).minusSeconds(1));
            assertThat(sessions.callerOf(session)).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(sessions.callerOf(session)).isEmpty();
        }

        @Test
        void is_on_record() {
            String caller = sessions.callerOf(session).orElseThrow().name();
            assertThat(audit.timeline(WorldId.MAIN, caller.substring("session:".length())))
                    .singleElement()
                    .satisfies(event -> assertThat(event.action()).isEqualTo("session.begun"));
        }
    }
}
