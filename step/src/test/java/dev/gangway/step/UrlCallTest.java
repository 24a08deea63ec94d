package dev.gangway.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.base.Json;
import dev.gangway.base.RawExchange.Header;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UrlCallTest {
    private static final String SERVER = "https://bank.example/v1";

    private static Prepared prepare(String url, String rest) throws Misfit {
        return UrlCall.prepare(
                Json.parse("{\"method\": \"POST\", \"url\": \"%s\", \"connection\": \"bank\"%s}".formatted(url, rest)),
                SERVER,
                new KeyHeader("Idempotency-Key", false));
    }

    @ParameterizedTest
    @CsvSource({
        "https://bank.example/v1/pay, /pay, ''",
        "https://bank.example/v1, /, ''",
        "https://bank.example/v1/pay?a=1, /pay, a=1",
        "https://bank.example/v1/pay?a=1#part, /pay, a=1"
    })
    void what_is_below_the_connections_server_is_called(String url, String path, String query) throws Misfit {
        Prepared prepared = prepare(url, "");
        assertThat(prepared.path()).isEqualTo(path);
        assertThat(prepared.query()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example/v10/pay",
                "https://bank.example/",
                "https://evil.example/v1/pay",
                "https://bank.example.evil.example/v1/pay"
            })
    void anything_else_is_not(String url) {
        assertThatThrownBy(() -> prepare(url, ""))
                .isInstanceOf(Misfit.class)
                .hasMessageContaining("leads to https://bank.example/v1");
    }

    @Test
    void a_query_is_encoded_and_a_list_repeated() throws Misfit {
        assertThat(prepare("https://bank.example/v1/pay?a=1", ", \"query\": {\"to\": [\"x y\", \"ä&\"], \"no\": null}")
                        .query())
                .isEqualTo("a=1&to=x%20y&to=%C3%A4%26");
    }

    @Test
    void a_body_is_json_unless_it_is_a_text_of_another_type() throws Misfit {
        Prepared json = prepare("https://bank.example/v1/pay", ", \"body\": {\"sum\": 1}");
        assertThat(json.headers()).contains(new Header("Content-Type", "application/json"));
        assertThat(json.body()).isEqualTo("{\"sum\":1}".getBytes(StandardCharsets.UTF_8));
        Prepared text = prepare(
                "https://bank.example/v1/pay", ", \"body\": \"a;b\", \"headers\": {\"content-type\": \"text/csv\"}");
        assertThat(text.headers()).containsExactly(new Header("content-type", "text/csv"));
        assertThat(text.body()).isEqualTo("a;b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_header_with_a_line_break_is_refused() {
        assertThatThrownBy(() -> prepare("https://bank.example/v1/pay", ", \"headers\": {\"A\": \"b\\r\\nC: d\"}"))
                .isInstanceOf(Misfit.class)
                .hasMessageContaining("control character");
    }

    @Test
    void a_call_with_a_key_of_its_own_may_be_repeated_and_one_without_may_not() throws Misfit {
        assertThat(prepare("https://bank.example/v1/pay", "").isRepeatable()).isFalse();
        assertThat(prepare("https://bank.example/v1/pay", ", \"headers\": {\"idempotency-key\": \"k\"}")
                        .isRepeatable())
                .isTrue();
    }
}
