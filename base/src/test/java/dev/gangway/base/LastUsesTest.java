package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.LastUses.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LastUsesTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final List<Use> written = new ArrayList<>();
    private final LastUses uses = new LastUses("test-use", written::addAll);

    @Test
    void of_many_uses_of_one_thing_the_last_is_written() {
        uses.note(WorldId.MAIN, "key_1", NOON);
        uses.note(WorldId.MAIN, "key_1", NOON.plusSeconds(1));
        uses.note(WorldId.MAIN, "key_2", NOON);
        uses.close();
        assertThat(written)
                .containsExactlyInAnyOrder(
                        new Use(WorldId.MAIN, "key_1", NOON.plusSeconds(1)), new Use(WorldId.MAIN, "key_2", NOON));
    }

    @Test
    void nothing_is_written_twice() {
        uses.note(WorldId.MAIN, "key_1", NOON);
        uses.close();
        uses.close();
        assertThat(written).hasSize(1);
    }
}
