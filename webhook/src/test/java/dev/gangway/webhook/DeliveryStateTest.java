package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Property;
import dev.gangway.webhook.DeliveryState.Delivered;
import dev.gangway.webhook.DeliveryState.Failed;
import dev.gangway.webhook.DeliveryState.Pending;
import dev.gangway.webhook.DeliveryState.Sending;
import dev.gangway.webhook.DeliveryState.Signal;
import dev.gangway.webhook.DeliveryState.Signal.Accepted;
import dev.gangway.webhook.DeliveryState.Signal.Claimed;
import dev.gangway.webhook.DeliveryState.Signal.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryStateTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(30);

    static final List<Signal> EVERY_SIGNAL = List.of(new Claimed(LATER), new Accepted(NOON), new Rejected(NOON));

    @Nested
    class A_pending_delivery {
        private static final Pending PENDING = new Pending(2, NOON);

        @Test
        void is_sent_by_the_worker_that_claims_it() {
            assertThat(PENDING.next(new Claimed(LATER))).isEqualTo(new Sending(2, LATER));
        }

        @Test
        void does_not_believe_a_worker_that_has_lost_its_lease() {
            assertThat(PENDING.next(new Accepted(NOON))).isEqualTo(PENDING);
            assertThat(PENDING.next(new Rejected(NOON))).isEqualTo(PENDING);
        }
    }

    @Nested
    class A_delivery_being_sent {
        @Test
        void is_done_once_it_is_accepted() {
            assertThat(new Sending(6, LATER).next(new Accepted(NOON))).isEqualTo(new Delivered(7, NOON));
        }

        @Test
        void that_is_rejected_waits_four_times_as_long_as_before() {
            Rejected rejected = new Rejected(NOON);
            assertThat(new Sending(0, LATER).next(rejected)).isEqualTo(new Pending(1, NOON.plusSeconds(30)));
            assertThat(new Sending(1, LATER).next(rejected)).isEqualTo(new Pending(2, NOON.plusSeconds(120)));
            assertThat(new Sending(5, LATER).next(rejected)).isEqualTo(new Pending(6, NOON.plusSeconds(30 << 10)));
        }

        @Test
        void that_is_rejected_for_the_seventh_time_has_failed() {
            assertThat(new Sending(6, LATER).next(new Rejected(NOON))).isEqualTo(new Failed(7, NOON));
        }

        @Test
        void is_taken_over_without_counting_the_attempt_of_a_worker_that_died() {
            assertThat(new Sending(3, NOON).next(new Claimed(LATER))).isEqualTo(new Sending(3, LATER));
        }
    }

    @Nested
    class A_finished_delivery {
        @ParameterizedTest
        @FieldSource("dev.gangway.webhook.DeliveryStateTest#EVERY_SIGNAL")
        void stays_as_it_is_whatever_arrives(Signal late) {
            assertThat(new Delivered(1, NOON).next(late)).isEqualTo(new Delivered(1, NOON));
            assertThat(new Failed(7, NOON).next(late)).isEqualTo(new Failed(7, NOON));
        }
    }

    @Test
    void no_order_of_signals_makes_more_than_seven_attempts() {
        Property.forAll(DeliveryStateTest::signals, signals -> {
            DeliveryState state = new Pending(0, NOON);
            for (Signal signal : signals) {
                DeliveryState next = state.next(signal);
                assertThat(next.attempts()).isBetween(state.attempts(), RetrySchedule.ATTEMPTS);
                assertThat(next instanceof Failed).isEqualTo(next.attempts() == 7 && !(next instanceof Delivered));
                state = next;
            }
        });
    }

    private static List<Signal> signals(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(_ -> EVERY_SIGNAL.get(random.nextInt(10) == 0 ? 1 : random.nextInt(2) * 2))
                .toList();
    }
}
