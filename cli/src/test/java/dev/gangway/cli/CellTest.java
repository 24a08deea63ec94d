package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CellTest {
    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null | -",
                "[] | -",
                "{} | -",
                "true | yes",
                "false | no",
                "1.50 | 1.50",
                "\"x\" | x",
                "[\"a\",2,null] | a, 2, -",
                "{\"auth\":\"ACTIVE\",\"assets\":\"DENIED\"} | auth ACTIVE, assets DENIED",
                "\"2026-11-21T09:00:00.123456Z\" | 2026-11-21T09:00:00Z",
                "\"2026-11-21T09:00:00Z\" | 2026-11-21T09:00:00Z"
            })
    void a_value_reads_as_a_person_would_say_it(String json, String text) throws IOException {
        assertThat(Cell.text(JsonText.parse(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text);
    }

    @Test
    void a_text_cannot_command_the_terminal() {
        String hostile = "\u001b[31mred\u001b]0;title\u0007\r\n\u202eabc\u009b2J";
        assertThat(Cell.text(JsonText.of(hostile))).isEqualTo("?[31mred?]0;title????abc?2J");
        assertThat(Cell.text(JsonText.object().put("a\u001bb", "c"))).isEqualTo("a?b c");
    }

    @Test
    void wide_letters_take_two_columns_and_accents_none() {
        assertThat(Cell.columns("abc")).isEqualTo(3);
        assertThat(Cell.columns("東京")).isEqualTo(4);
        assertThat(Cell.columns("Zoe\u0308")).isEqualTo(3);
        assertThat(Cell.padded("東京", 6)).isEqualTo("東京  ");
    }
}
