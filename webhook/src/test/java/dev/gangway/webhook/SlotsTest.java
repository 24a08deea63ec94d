package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlotsTest {
    private final Slots slots = new Slots(3, 2);

    @Test
    void one_endpoint_gets_only_its_share() {
        slots.take("a");
        assertThat(slots.full()).isEmpty();
        slots.take("a");
        assertThat(slots.full()).containsExactly("a");
        assertThat(slots.free("a")).isZero();
        assertThat(slots.free("b")).isEqualTo(1);
    }

    @Test
    void all_together_get_no_more_than_there_are() {
        slots.take("a");
        slots.take("b");
        slots.take("c");
        assertThat(slots.free()).isZero();
        assertThat(slots.free("d")).isZero();
    }

    @Test
    void what_is_given_back_is_free_again() {
        slots.take("a");
        slots.take("a");
        slots.giveBack("a");
        assertThat(slots.free("a")).isEqualTo(1);
        slots.giveBack("a");
        assertThat(slots.free("a")).isEqualTo(2);
        assertThat(slots.free()).isEqualTo(3);
    }
}
