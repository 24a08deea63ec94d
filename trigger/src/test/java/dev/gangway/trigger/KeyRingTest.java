package dev.gangway.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeyRingTest {
    private final SettableClock clock = new SettableClock();
    private final List<String> asked = new ArrayList<>();
    private final KeyRing ring = new KeyRing(new OneKey(), clock);

    /// Knows the key `good` and no other.
    private final class OneKey implements Senders {
        @Override
        public boolean isKnown(WorldId world, String connection) {
            return true;
        }

        @Override
        public Optional<JsonNode> key(WorldId world, String connection, String id) {
            asked.add(id);
            return id.equals("good") ? Optional.of(Json.object().put("kid", id)) : Optional.empty();
        }
    }

    private JsonNode key(String id) throws Unproven {
        return ring.key(WorldId.MAIN, "plaid", id);
    }

    @Test
    void a_key_is_fetched_once_in_ten_minutes() throws Exception {
        assertThat(key("good")).isEqualTo(key("good"));
        clock.advance(Duration.ofMinutes(9));
        key("good");
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        key("good");
        assertThat(asked).hasSize(2);
    }

    @Test
    void made_up_keys_do_not_lock_out_a_sender_whose_key_is_due_for_another_look() throws Exception {
        key("good");
        clock.advance(Duration.ofMinutes(11));
        for (int each = 0; each < 100; each++) {
            int number = each;
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> key("made-up-" + number));
        }
        assertThat(key("good").path("kid").asText()).isEqualTo("good");
    }

    @Test
    void made_up_keys_do_not_let_anybody_call_the_sender_without_end() throws Exception {
        key("good");
        int refused = 0;
        for (int each = 0; each < 100; each++) {
            try {
                key("made-up-" + each);
            } catch (Unproven | ProblemException expected) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(100);
        assertThat(asked).hasSizeLessThanOrEqualTo(30);
        assertThat(key("good").path("kid").asText()).isEqualTo("good"); // those that are known still verify
        clock.advance(Duration.ofMinutes(1));
        assertThatExceptionOfType(Unproven.class).isThrownBy(() -> key("made-up"));
    }
}
