package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Actor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PruningTest {
    private static final Duration RETENTION = Duration.ofDays(30);

    private final Room room = new Room();
    private final SigningKeys keys = new SigningKeys(room.database, room.clock, new TestVault(), RETENTION);
    private final Pruning pruning = new Pruning(room.database, room.clock, keys, RETENTION);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void events_go_with_their_deliveries_when_they_are_older_than_the_retention() {
        Endpoint endpoint = room.endpoint();
        room.happens("old");
        room.reject(room.claimOne(endpoint));
        room.clock.advance(RETENTION.minusSeconds(1));
        room.happens("young");
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(pruning.prune(Room.WORLD)).isFalse();
        assertThat(room.feed()).hasSize(2);
        room.clock.advance(Duration.ofMillis(1));
        pruning.prune(Room.WORLD);
        assertThat(room.feed()).extracting(Event::subject).containsExactly("young");
        assertThat(room.deliveries()).extracting(Delivery::subject).containsExactly("young");
        room.happens("next");
        assertThat(room.feed()).extracting(Event::position).containsExactly(2L, 3L); // positions are never reused
    }

    @Test
    void what_is_not_published_yet_is_kept() {
        room.emit(Room.draft("ann", "enabled"));
        room.clock.advance(RETENTION.multipliedBy(2));
        pruning.prune(Room.WORLD);
        assertThat(room.publisher.publish(Room.WORLD)).isEqualTo(1);
    }

    @Test
    void many_events_take_several_batches() {
        room.database.run(_ -> {
            for (int event = 0; event <= Pruning.BATCH; event++) {
                room.emit(Room.draft("ann", "enabled"));
            }
        });
        while (room.publisher.publish(Room.WORLD) > 0) {
            assertThat(room.deliveries()).isEmpty();
        }
        room.clock.advance(RETENTION.plusDays(1));
        assertThat(pruning.prune(Room.WORLD)).isTrue();
        assertThat(room.feed()).hasSize(1);
        assertThat(pruning.prune(Room.WORLD)).isFalse();
        assertThat(room.feed()).isEmpty();
    }

    @Test
    void a_deleted_endpoint_goes_after_its_deliveries() {
        Endpoint endpoint = room.endpoint();
        room.happens("ann");
        room.endpoints.delete(Room.WORLD, endpoint.id(), Actor.SYSTEM);
        pruning.prune(Room.WORLD);
        assertThat(room.deliveries()).hasSize(1);
        room.clock.advance(RETENTION.plusDays(1));
        pruning.prune(Room.WORLD);
        assertThat(room.database.<Integer>read(tx -> tx.createQuery("select count(*) from webhook.endpoint")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }
}
