package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Actor;
import dev.gangway.webhook.DeliveryState.Delivered;
import dev.gangway.webhook.DeliveryState.Failed;
import dev.gangway.webhook.DeliveryState.Pending;
import dev.gangway.webhook.DeliveryState.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanesTest {
    private final Room room = new Room();
    private final Endpoint endpoint = room.endpoint();

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class A_lane {
        @Test
        void sends_one_delivery_at_a_time_in_the_order_of_the_events() {
            room.happens("ann", "ann", "ann");
            List<String> inOrder = room.deliveries().stream().map(Delivery::id).toList();
            for (String expected : inOrder) {
                Claim claim = room.claimOne(endpoint);
                assertThat(claim.delivery()).isEqualTo(expected);
                assertThat(room.nothingIsDueFor(endpoint)).isTrue();
                assertThat(room.accept(claim)).contains(new Delivered(1, room.clock.now()));
            }
            assertThat(room.nothingIsDueFor(endpoint)).isTrue();
        }

        @Test
        void does_not_wait_for_another() {
            Endpoint other = room.endpoint();
            room.happens("ann", "bob", "ann", "cid");
            assertThat(room.lanes.claim(endpoint, 10))
                    .extracting(Claim::subject)
                    .containsOnly("ann", "bob", "cid");
            assertThat(room.lanes.claim(other, 10)).hasSize(3);
        }

        @Test
        void that_ran_empty_opens_again() {
            room.happens("ann");
            room.accept(room.claimOne(endpoint));
            room.happens("ann");
            assertThat(room.accept(room.claimOne(endpoint))).isPresent();
        }

        @Test
        void whose_deliveries_were_pruned_closes() {
            room.happens("ann");
            room.database.run(tx -> tx.execute("delete from webhook.event"));
            assertThat(room.nothingIsDueFor(endpoint)).isTrue();
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).isEmpty();
        }
    }

    @Nested
    class A_rejected_delivery {
        @Test
        void is_tried_seven_times_at_exactly_the_times_of_the_schedule() {
            Instant begun = room.clock.now();
            room.happens("ann");
            for (String offset :
                    List.of("PT0S", "PT30S", "PT2M30S", "PT10M30S", "PT42M30S", "PT2H50M30S", "PT11H22M30S")) {
                Instant due = begun.plus(Duration.parse(offset));
                room.clock.set(due.minusMillis(1));
                assertThat(room.nothingIsDueFor(endpoint)).isTrue();
                room.clock.set(due);
                assertThat(room.reject(room.claimOne(endpoint))).isPresent();
            }
            room.clock.advance(Duration.ofDays(20));
            assertThat(room.nothingIsDueFor(endpoint)).isTrue();
            assertThat(room.deliveries())
                    .extracting(Delivery::state)
                    .containsExactly(new Failed(7, begun.plus(Duration.parse("PT11H22M30S"))));
        }

        @Test
        void holds_up_later_ones_of_its_lane_until_it_is_given_up() {
            room.happens("ann", "ann");
            room.exhaust(endpoint);
            Claim next = room.claimOne(endpoint);
            assertThat(next.delivery()).isEqualTo(room.deliveries().getLast().id());
            assertThat(next.state().attempts()).isZero();
        }

        @Test
        void shows_when_it_is_tried_next_and_so_do_those_behind_it() {
            room.happens("ann", "ann");
            room.reject(room.claimOne(endpoint));
            Instant next = room.clock.now().plusSeconds(30);
            assertThat(room.deliveries())
                    .extracting(Delivery::state)
                    .containsExactly(new Pending(1, next), new Pending(0, next));
        }
    }

    @Nested
    class A_worker_that_dies {
        @Test
        void loses_its_delivery_to_another_when_the_lease_ends() {
            room.happens("ann");
            Claim lost = room.claimOne(endpoint);
            room.clock.advance(Lanes.LEASE.minusMillis(1));
            assertThat(room.nothingIsDueFor(endpoint)).isTrue();
            room.clock.advance(Duration.ofMillis(1));
            Claim taken = room.claimOne(endpoint);
            assertThat(taken.delivery()).isEqualTo(lost.delivery());
            assertThat(taken.state()).isEqualTo(new Sending(0, room.clock.now().plus(Lanes.LEASE)));
        }

        @Test
        void is_not_believed_when_it_comes_back_late() {
            room.happens("ann");
            Claim lost = room.claimOne(endpoint);
            room.clock.advance(Lanes.LEASE);
            Claim taken = room.claimOne(endpoint);
            assertThat(room.reject(lost)).isEmpty();
            assertThat(room.stateOf(taken.delivery())).isEqualTo(taken.state());
            assertThat(room.accept(taken)).isPresent();
            assertThat(room.accept(lost)).isEmpty();
        }

        @Test
        void is_believed_as_long_as_nobody_took_over() {
            room.happens("ann");
            Claim slow = room.claimOne(endpoint);
            room.clock.advance(Lanes.LEASE.multipliedBy(2));
            assertThat(room.accept(slow)).isPresent();
        }
    }

    @Nested
    class An_endpoint {
        @Test
        void is_due_as_long_as_it_has_something_to_send() {
            room.happens("ann");
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).containsExactly(endpoint);
            Claim claim = room.claimOne(endpoint);
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).isEmpty();
            room.reject(claim);
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).isEmpty();
            room.clock.advance(Duration.ofSeconds(30));
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).containsExactly(endpoint);
        }

        @Test
        void that_is_full_does_not_hide_the_others() {
            Endpoint other = room.endpoint();
            room.happens("ann");
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(endpoint.id()), 1))
                    .containsExactly(other);
        }

        @Test
        void that_is_paused_keeps_what_it_has_until_it_is_resumed() {
            room.happens("ann", "bob");
            room.endpoints.change(Room.WORLD, endpoint.id(), new EndpointChange(null, null, true), Actor.SYSTEM);
            room.happens("cid");
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).isEmpty();
            Endpoint resumed = room.endpoints.change(
                    Room.WORLD, endpoint.id(), new EndpointChange(null, null, false), Actor.SYSTEM);
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).containsExactly(resumed);
            assertThat(room.lanes.claim(resumed, 10)).hasSize(3);
        }

        @Test
        void that_is_deleted_gets_nothing_more() {
            room.happens("ann", "ann", "bob");
            Claim underWay = room.claimOne(endpoint);
            room.endpoints.delete(Room.WORLD, endpoint.id(), Actor.SYSTEM);
            assertThat(room.accept(underWay)).isEmpty();
            assertThat(room.lanes.endpointsDue(Room.WORLD, List.of(), 10)).isEmpty();
            assertThat(room.deliveries()).extracting(Delivery::state).allMatch(Failed.class::isInstance);
            room.emit(Room.draft("ann", "enabled"));
            room.publisher.publish(Room.WORLD);
            assertThat(room.deliveries()).hasSize(3);
        }
    }
}
