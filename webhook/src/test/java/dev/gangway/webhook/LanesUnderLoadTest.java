package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanesUnderLoadTest {
    private static final int EVENTS = 2_000;
    private static final int SUBJECTS = 250;

    private final Room room = new Room();
    private final Endpoint endpoint = room.endpoint();
    private final List<Claim> sent = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void several_workers_send_everything_once_and_every_subject_in_order() throws Exception {
        room.database.run(_ -> IntStream.range(0, EVENTS)
                .forEach(number -> room.emit(Room.draft("subject-" + number % SUBJECTS, "enabled"))));
        for (int published = 0; published < EVENTS; ) {
            published += room.publisher.publish(Room.WORLD);
        }
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                running.add(workers.submit(() -> sendUntil(EVENTS)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        }
        List<String> numbered = room.deliveries().stream().map(Delivery::id).toList();
        assertThat(sent).extracting(Claim::delivery).containsExactlyInAnyOrderElementsOf(numbered);
        assertThat(bySubject(sent))
                .hasSize(SUBJECTS)
                .allSatisfy((_, deliveries) -> assertThat(deliveries)
                        .isSortedAccordingTo(
                                (left, right) -> Integer.compare(numbered.indexOf(left), numbered.indexOf(right))));
    }

    @Test
    void what_is_published_while_its_lane_runs_empty_is_not_stranded() throws Exception {
        int events = 300;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> publishing =
                    threads.submit(() -> IntStream.range(0, events).forEach(_ -> room.happens("ann")));
            Future<?> sending = threads.submit(() -> sendUntil(events));
            publishing.get();
            sending.get();
        }
        assertThat(sent).hasSize(events);
        assertThat(room.nothingIsDueFor(endpoint)).isTrue();
    }

    private void sendUntil(int total) {
        while (sent.size() < total) {
            for (Claim claim : room.lanes.claim(endpoint, 4)) {
                sent.add(claim);
                assertThat(room.accept(claim)).isPresent();
            }
        }
    }

    private static Map<String, List<String>> bySubject(List<Claim> claims) {
        Map<String, List<String>> bySubject = new HashMap<>();
        claims.forEach(claim -> bySubject
                .computeIfAbsent(claim.subject(), _ -> new ArrayList<>())
                .add(claim.delivery()));
        return bySubject;
    }
}
