package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gangway.base.Actor;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.webhook.DeliveryState.Failed;
import dev.gangway.webhook.DeliveryState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplaysTest {
    private final Room room = new Room();
    private final Endpoint endpoint = room.endpoint();

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class One {
        @Test
        void is_a_new_delivery_of_the_same_event_with_the_same_bytes() {
            room.happens("ann");
            Claim first = room.claimOne(endpoint);
            room.accept(first);
            Delivery replay = room.replays.one(Room.WORLD, first.delivery());
            assertThat(replay.id()).isNotEqualTo(first.delivery());
            assertThat(replay.replayOf()).contains(first.delivery());
            assertThat(replay.state()).isEqualTo(new Pending(0, room.clock.now()));
            Claim again = room.claimOne(endpoint);
            assertThat(again.delivery()).isEqualTo(replay.id());
            assertThat(again.event()).isEqualTo(first.event());
            assertThat(again.body()).isEqualTo(first.body());
        }

        @Test
        void waits_at_the_end_of_its_lane_and_has_all_its_attempts() {
            room.happens("ann");
            room.exhaust(endpoint);
            String failed = room.deliveries().getFirst().id();
            room.happens("ann");
            Delivery replay = room.replays.one(Room.WORLD, failed);
            room.accept(room.claimOne(endpoint));
            assertThat(room.claimOne(endpoint).delivery()).isEqualTo(replay.id());
            assertThat(room.stateOf(failed)).isInstanceOf(Failed.class);
        }

        @Test
        void is_refused_while_it_is_on_its_way() {
            room.happens("ann");
            String pending = room.deliveries().getFirst().id();
            assertRefused(STATE_CONFLICT, () -> room.replays.one(Room.WORLD, pending));
            room.claimOne(endpoint);
            assertRefused(STATE_CONFLICT, () -> room.replays.one(Room.WORLD, pending));
        }

        @Test
        void is_refused_when_its_endpoint_is_gone_or_it_never_was() {
            room.happens("ann");
            room.endpoints.delete(Room.WORLD, endpoint.id(), Actor.SYSTEM);
            assertRefused(
                    STATE_CONFLICT,
                    () -> room.replays.one(
                            Room.WORLD, room.deliveries().getFirst().id()));
            assertRefused(NOT_FOUND, () -> room.replays.one(Room.WORLD, "dlv_none"));
        }
    }

    @Nested
    class All_that_failed {
        @Test
        void is_sent_again_once() {
            room.happens("ann", "bob", "cid");
            room.accept(room.claimOne(endpoint));
            exhaustAll();
            assertThat(replay(new Replay.Failures())).isEqualTo(2);
            assertThat(replay(new Replay.Failures())).isZero();
            assertThat(room.lanes.claim(endpoint, 10)).hasSize(2);
        }

        @Test
        void leaves_out_what_was_delivered_by_an_earlier_replay() {
            room.happens("ann");
            exhaustAll();
            replay(new Replay.Failures());
            room.accept(room.claimOne(endpoint));
            assertThat(replay(new Replay.Failures())).isZero();
        }

        @Test
        void is_sent_again_when_the_replay_failed_too() {
            room.happens("ann");
            exhaustAll();
            replay(new Replay.Failures());
            exhaustAll();
            assertThat(replay(new Replay.Failures())).isEqualTo(1);
        }
    }

    @Nested
    class A_period {
        @Test
        void is_sent_again_in_its_order_whatever_became_of_it() {
            Instant begin = room.clock.now();
            room.happens("ann", "ann");
            room.accept(room.claimOne(endpoint));
            room.exhaust(endpoint);
            room.clock.advance(Duration.ofDays(1));
            Instant end = room.clock.now();
            room.happens("later");
            room.accept(room.claimOne(endpoint));
            assertThat(replay(new Replay.Period(begin, end))).isEqualTo(2);
            List<Delivery> all = room.deliveries();
            Claim first = room.claimOne(endpoint);
            assertThat(first.event()).isEqualTo(all.getFirst().event());
            room.accept(first);
            assertThat(room.claimOne(endpoint).event()).isEqualTo(all.get(1).event());
        }

        @Test
        void can_be_sent_again_as_often_as_wanted_but_not_while_it_is_on_its_way() {
            Replay.Period period =
                    new Replay.Period(room.clock.now(), room.clock.now().plusSeconds(1));
            room.happens("ann");
            room.accept(room.claimOne(endpoint));
            room.clock.advance(Duration.ofHours(1));
            assertThat(replay(period)).isEqualTo(1);
            assertThat(replay(period)).isZero();
            room.accept(room.claimOne(endpoint));
            assertThat(replay(period)).isEqualTo(1);
        }

        @Test
        void that_is_large_is_sent_again_in_batches() {
            int events = Replays.BATCH + 1;
            for (int event = 0; event < events; event++) {
                room.emit(Room.draft("subject-" + event, "enabled"));
            }
            while (room.publisher.publish(Room.WORLD) > 0) {
                room.lanes.claim(endpoint, events).forEach(room::accept);
            }
            Replay.Period period =
                    new Replay.Period(room.clock.now(), room.clock.now().plusSeconds(1));
            assertThat(replay(period)).isEqualTo(events);
        }
    }

    @Test
    void an_endpoint_that_is_not_there_is_not_found() {
        assertRefused(NOT_FOUND, () -> room.replays.many(Room.WORLD, "whe_none", new Replay.Failures()));
    }

    private int replay(Replay replay) {
        return room.replays.many(Room.WORLD, endpoint.id(), replay);
    }

    private void exhaustAll() {
        for (int attempt = 1; attempt <= RetrySchedule.ATTEMPTS; attempt++) {
            room.lanes.claim(endpoint, 10).forEach(room::reject);
            RetrySchedule.delayAfter(attempt).ifPresent(room.clock::advance);
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
