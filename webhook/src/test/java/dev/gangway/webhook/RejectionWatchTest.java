package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Actor;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectionWatchTest {
    private final Room room = new Room();
    private final RejectionWatch watch = new RejectionWatch(room.database, room.clock);
    private final Endpoint endpoint = room.endpoint();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void an_endpoint_that_rejects_everything_is_paused_at_the_twentieth_attempt() {
        reject(19);
        assertThat(judged().paused()).isEmpty();
        reject(1);
        assertThat(judged().paused()).contains(PauseReason.REJECTIONS);
        assertThat(room.nothingIsDueFor(endpoint)).isTrue();
    }

    @Test
    void one_acceptance_in_ten_keeps_it_going() {
        accept(2);
        reject(18);
        assertThat(judged().paused()).isEmpty();
        reject(1); // 19 of 21
        assertThat(judged().paused()).contains(PauseReason.REJECTIONS);
    }

    @Test
    void what_is_older_than_24_hours_is_forgotten() {
        reject(19);
        room.clock.advance(Duration.ofHours(24));
        reject(1);
        assertThat(judged().paused()).isEmpty();
    }

    @Test
    void a_resumed_endpoint_begins_with_a_clean_slate() {
        reject(20);
        assertThat(judged().paused()).isPresent();
        room.clock.advance(Duration.ofSeconds(1));
        room.endpoints.change(Room.WORLD, endpoint.id(), new EndpointChange(null, null, false), Actor.SYSTEM);
        reject(19);
        assertThat(judged().paused()).isEmpty();
    }

    @Test
    void an_endpoint_with_a_new_url_too() {
        reject(19);
        room.clock.advance(Duration.ofSeconds(1));
        room.endpoints.change(
                Room.WORLD, endpoint.id(), new EndpointChange("https://1.0.0.1/hook", null, null), Actor.SYSTEM);
        reject(1);
        assertThat(judged().paused()).isEmpty();
    }

    private Endpoint judged() {
        watch.judge();
        return room.endpoints.read(Room.WORLD, endpoint.id());
    }

    private void reject(int attempts) {
        send(attempts).forEach(claim -> {
            assertThat(room.reject(claim)).isPresent();
            watch.note(endpoint);
        });
    }

    private void accept(int attempts) {
        send(attempts).forEach(claim -> assertThat(room.accept(claim)).isPresent());
    }

    private java.util.List<Claim> send(int attempts) {
        String now = room.clock.now().toString();
        String[] subjects = IntStream.range(0, attempts)
                .mapToObj(number -> now + room.feed().size() + "-" + number)
                .toArray(String[]::new);
        room.happens(subjects);
        return room.lanes.claim(endpoint, attempts);
    }
}
