package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.EventFilter.Correlation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListenersTest {
    private static final Map<String, String> PAID = Map.of("type", "paid");

    private final Listeners listeners = new Listeners();

    private void add(String who, EventFilter... filters) {
        listeners.add(who, new Subscription(false, List.of(filters)));
    }

    private static EventFilter about(String expected) {
        return new EventFilter(PAID, List.of(), List.of(new Correlation(".data.who", Json.parse(expected))));
    }

    private static JsonNode paid(String who) {
        return Json.parse("{\"type\": \"paid\", \"data\": {\"who\": %s}}".formatted(who));
    }

    @Test
    void those_are_found_whose_expectation_the_event_meets() {
        add("ada", about("\"a\""));
        add("bob", about("\"b\""));
        add("eve", about("\"b\""));
        assertThat(listeners.of(paid("\"b\""))).containsExactlyInAnyOrder("bob", "eve");
        assertThat(listeners.of(paid("\"c\""))).isEmpty();
    }

    @Test
    void one_that_expects_nothing_hears_everything_of_its_type() {
        add("ada", new EventFilter(PAID, List.of(), List.of()));
        assertThat(listeners.of(paid("1"))).containsExactly("ada");
        assertThat(listeners.of(Json.parse("{\"type\": \"refunded\"}"))).isEmpty();
    }

    @Test
    void conditions_are_held_against_each_event() {
        add("ada", new EventFilter(PAID, List.of(".data.who > 3"), List.of()));
        assertThat(listeners.of(paid("4"))).containsExactly("ada");
        assertThat(listeners.of(paid("3"))).isEmpty();
    }

    @Test
    void numbers_are_the_same_however_they_are_written() {
        add("ada", about("1.0"));
        assertThat(listeners.of(paid("1"))).containsExactly("ada");
        assertThat(listeners.of(paid("1.00"))).containsExactly("ada");
    }

    @Test
    void an_expression_that_fails_on_an_event_finds_nobody_and_spares_the_others() {
        add("ada", new EventFilter(PAID, List.of(), List.of(new Correlation(".data.who + {}", Json.parse("1")))));
        add("bob", about("1"));
        assertThat(listeners.of(paid("1"))).containsExactly("bob");
    }

    @Test
    void any_filter_of_a_subscription_counts() {
        add("ada", about("1"), about("2"));
        assertThat(listeners.of(paid("2"))).containsExactly("ada");
    }
}
