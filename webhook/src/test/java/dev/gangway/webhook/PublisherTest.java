package dev.gangway.webhook;

import static dev.gangway.webhook.EventType.END_CUSTOMER_OAUTH_STATUS_UPDATED;
import static dev.gangway.webhook.EventType.END_CUSTOMER_STATUS_UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublisherTest {
    private final Room room = new Room();

    @AfterEach
    void close() {
        room.close();
    }

    @Nested
    class The_feed {
        @Test
        void has_the_events_in_the_order_of_their_emission() {
            room.happens("ann", "bob");
            room.happens("cid");
            assertThat(room.feed()).extracting(Event::subject).containsExactly("ann", "bob", "cid");
            assertThat(room.feed()).extracting(Event::position).containsExactly(1L, 2L, 3L);
        }

        @Test
        void shows_an_event_that_committed_late_after_those_that_were_seen_before() throws Exception {
            try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
                room.database.run(_ -> {
                    room.emit(Room.draft("late", "enabled")); // draws the lower number, commits last
                    onAnotherConnection(thread, () -> room.happens("early"));
                });
            }
            assertThat(room.feed()).extracting(Event::subject).containsExactly("early");
            assertThat(room.publisher.publish(Room.WORLD)).isEqualTo(1);
            assertThat(new Feed(room.database).after(Room.WORLD, Optional.empty(), 1, 10))
                    .extracting(Event::subject)
                    .containsExactly("late");
        }

        @Test
        void has_nothing_of_a_transaction_that_was_rolled_back() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> room.database.run(_ -> {
                        room.emit(Room.draft("ann", "enabled"));
                        throw new IllegalStateException("changed my mind");
                    }));
            assertThat(room.publisher.publish(Room.WORLD)).isZero();
        }

        @Test
        void is_numbered_by_one_publisher_at_a_time() throws Exception {
            room.happens("ann");
            room.emit(Room.draft("bob", "enabled"));
            try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
                room.database.run(_ -> {
                    assertThat(room.publisher.publish(Room.WORLD)).isEqualTo(1);
                    onAnotherConnection(
                            thread,
                            () -> assertThat(room.publisher.publish(Room.WORLD)).isZero());
                });
            }
        }

        @Test
        void can_be_read_for_one_partner() {
            room.emit(draft("prt_2", Environment.SANDBOX, END_CUSTOMER_OAUTH_STATUS_UPDATED));
            room.emit(Room.draft("ann", "enabled"));
            assertThat(room.publisher.publish(Room.WORLD)).isEqualTo(2);
            assertThat(new Feed(room.database).after(Room.WORLD, Optional.of(Room.PARTNER), 0, 10))
                    .extracting(Event::subject)
                    .containsExactly("ann");
        }

        @Test
        void is_another_one_in_each_world() {
            WorldId other = new WorldId("other");
            EventDraft draft = Room.draft("ann", "enabled");
            room.happens("bob");
            room.emit(new EventDraft(
                    other, draft.partner(), draft.environment(), draft.subject(), draft.type(), draft.body()));
            assertThat(room.publisher.publish(Room.WORLD)).isZero();
            assertThat(room.publisher.publish(other)).isEqualTo(1);
            assertThat(new Feed(room.database).after(other, Optional.empty(), 0, 10))
                    .extracting(Event::position)
                    .containsExactly(1L);
        }
    }

    @Test
    void a_reader_misses_nothing_while_many_write_and_two_publish() throws Exception {
        int writers = 4;
        int each = 100;
        int total = writers * each;
        AtomicInteger written = new AtomicInteger();
        List<Event> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String subject = "subject-" + writer;
                running.add(threads.submit(() -> write(subject, each, written)));
            }
            for (int publisher = 0; publisher < 2; publisher++) {
                running.add(threads.submit(() -> publishUntil(total, written)));
            }
            while (read.size() < total) {
                long position = read.isEmpty() ? 0 : read.getLast().position();
                read.addAll(new Feed(room.database).after(Room.WORLD, Optional.empty(), position, 7));
            }
            for (Future<?> done : running) {
                done.get();
            }
        }
        assertThat(read)
                .extracting(Event::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, total).boxed().toList());
    }

    @Nested
    class Deliveries_are_made {
        @Test
        void for_every_endpoint_that_wants_the_event() {
            Endpoint one = room.endpoint();
            Endpoint another = room.endpoint();
            room.happens("ann");
            assertThat(room.deliveries()).extracting(Delivery::endpoint).containsExactly(one.id(), another.id());
        }

        @Test
        void not_for_another_partner_another_environment_or_another_event() {
            room.endpoint("prt_2", Environment.SANDBOX, EventType.defaults());
            room.endpoint(Room.PARTNER, Environment.PRODUCTION, EventType.defaults());
            room.endpoint(Room.PARTNER, Environment.SANDBOX, List.of(END_CUSTOMER_STATUS_UPDATED));
            room.happens("ann");
            assertThat(room.deliveries()).isEmpty();
        }

        @Test
        void of_opt_in_events_only_for_those_who_opted_in() {
            room.endpoint();
            Endpoint curious = room.endpoint(Room.PARTNER, Environment.SANDBOX, List.of(EventType.values()));
            room.emit(draft(Room.PARTNER, Environment.SANDBOX, END_CUSTOMER_STATUS_UPDATED));
            room.publisher.publish(Room.WORLD);
            assertThat(room.deliveries()).extracting(Delivery::endpoint).containsExactly(curious.id());
        }

        @Test
        void in_batches_when_there_are_many() {
            room.endpoint();
            int events = Publisher.BATCH + 1;
            room.database.run(_ -> IntStream.range(0, events).forEach(_ -> room.emit(Room.draft("ann", "enabled"))));
            assertThat(room.publisher.publish(Room.WORLD)).isEqualTo(Publisher.BATCH);
            assertThat(room.publisher.publish(Room.WORLD)).isEqualTo(1);
            List<String> published = room.feed().stream().map(Event::id).toList();
            assertThat(room.deliveries()).extracting(Delivery::event).containsExactlyElementsOf(published);
        }
    }

    private void write(String subject, int times, AtomicInteger written) {
        for (int time = 0; time < times; time++) {
            room.database.run(_ -> {
                room.emit(Room.draft(subject, "enabled"));
                assertThat(room.database.isReachable()).isTrue(); // takes its time: others commit in between
            });
            written.incrementAndGet();
        }
    }

    private void publishUntil(int total, AtomicInteger written) {
        while (written.get() < total || room.publisher.publish(Room.WORLD) > 0) {
            room.publisher.publish(Room.WORLD);
        }
    }

    private static EventDraft draft(String partner, Environment environment, EventType type) {
        return new EventDraft(Room.WORLD, partner, environment, "ann", type, Json.object());
    }

    private static void onAnotherConnection(ExecutorService thread, Runnable work) {
        try {
            thread.submit(work).get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
