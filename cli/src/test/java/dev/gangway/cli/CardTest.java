package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CardTest {
    private static JsonNode thing(String json) {
        try {
            return JsonText.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Test
    void a_member_is_a_line_and_an_object_inside_is_indented() {
        assertThat(Card.PLAIN.render(thing("{\"name\": \"nap\", \"input\": {\"customer\": \"c\"}}")))
                .hasToString("""
                        name        nap
                        input
                          customer  c
                        """);
    }

    @Test
    void a_text_of_several_lines_goes_on_below_its_first_and_cannot_move_the_cursor() {
        assertThat(Card.PLAIN.render(thing("{\"text\": \"do:\\n  - nap\\u001b[2J\\n\", \"by\": \"me\"}")))
                .hasToString("""
                        text  do:
                                - nap?[2J
                        by    me
                        """);
    }

    @Test
    void what_is_hidden_is_not_shown() {
        assertThat(Card.PLAIN.without("text").render(thing("{\"name\": \"nap\", \"text\": \"do\"}")))
                .hasToString("name  nap\n");
    }
}
