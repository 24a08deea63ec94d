package dev.gangway.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.ExpressionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MappingTest {
    private static final JsonNode LEAD =
            Json.parse("{\"type\": \"lead.won\", \"id\": 7, \"data\": {\"name\": \"Ada\"}}");
    private static final ObjectNode ABOUT = Json.object().put("name", "crm");

    @Test
    void without_expressions_everything_that_came_is_the_input() throws Exception {
        assertThat(Mapping.NONE.of(LEAD, ABOUT, "known")).contains(new Mapping.Start(LEAD, "known"));
    }

    @Test
    void input_and_key_are_made_of_what_came_and_of_how() throws Exception {
        Mapping mapping = new Mapping(null, "{customer: .data.name, by: $trigger.name}", ".id");
        assertThat(mapping.of(LEAD, ABOUT, "known"))
                .contains(new Mapping.Start(Json.parse("{\"customer\": \"Ada\", \"by\": \"crm\"}"), "7"));
    }

    @Test
    void nothing_starts_when_the_condition_does_not_hold() throws Exception {
        assertThat(new Mapping(".type == \"lead.lost\"", null, null).of(LEAD, ABOUT, null))
                .isEmpty();
        assertThat(new Mapping(".nothing", null, null).of(LEAD, ABOUT, null)).isEmpty();
        assertThat(new Mapping("${ .id }", null, null).of(LEAD, ABOUT, null)).isPresent();
    }

    @Test
    void a_key_of_null_is_none() throws Exception {
        assertThat(new Mapping(null, null, ".nothing").of(LEAD, ABOUT, "known"))
                .contains(new Mapping.Start(LEAD, null));
    }

    @Test
    void a_key_that_is_an_object_fails() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> new Mapping(null, null, ".data").of(LEAD, ABOUT, null))
                .withMessageStartingWith("dedup_key: must yield a text or a number");
    }

    @Test
    void an_expression_that_fails_says_why() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> new Mapping(null, ".id + .data", null).of(LEAD, ABOUT, null))
                .withMessageContaining(".id + .data failed");
    }

    @Test
    void flawed_expressions_are_found_before_anything_comes() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> new Mapping(".type ==", null, null).check())
                .withMessageStartingWith("condition: ");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> new Mapping(null, "$secrets", null).check())
                .withMessageStartingWith("input: There is no variable $secrets");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> new Mapping(null, null, "now").check())
                .withMessageStartingWith("dedup_key: The function now");
    }
}
