package dev.gangway.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetUrlTest {
    @Test
    void a_url_is_taken_apart_for_the_request() {
        assertThat(TargetUrl.parse("https://hooks.example.com/in?key=a%20b"))
                .isEqualTo(new TargetUrl(true, "hooks.example.com", 443, "hooks.example.com", "/in?key=a%20b"));
        assertThat(TargetUrl.parse("HTTP://localhost:8080"))
                .isEqualTo(new TargetUrl(false, "localhost", 8080, "localhost:8080", "/"));
        assertThat(TargetUrl.parse("http://[::1]:81/x")).isEqualTo(new TargetUrl(false, "::1", 81, "[::1]:81", "/x"));
    }

    @Test
    void letters_beyond_ASCII_are_encoded_in_the_path() {
        assertThat(TargetUrl.parse("https://example.com/caf\u00e9").resource()).isEqualTo("/caf%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://8.8.8.8",
                "https://a1.b2",
                "https://1.example.com",
                "https://xn--caf-dma.fr"
            })
    void names_and_dotted_quads_are_plain(String url) {
        assertThat(TargetUrl.parse(url).encrypted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "0x7f.1", "127.1", "127.0.1", "0177.0.0.1", "127.0.0.01"})
    @ValueSource(strings = {"127.0.0.0x1", "017700000001", "1.2.3.4.5", "256.1.1.1", "0x", "127.0.0.1."})
    @ValueSource(strings = {"[::1%25lo]", "[fe80::1%25eth0]", "%31%32%37.0.0.1", "1\u3002.1.1.1", "\u2460.1.1.1"})
    @ValueSource(strings = {"a..b", "-a.com", "a-.com", "under_score.com", "example.com.", ""})
    void a_host_that_could_mean_something_else_is_refused(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> TargetUrl.parse("https://" + host + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com, must start with https:// or http://",
        "example.com/hook, must start with https:// or http://",
        "https://user:word@example.com, must not hold a user name",
        "https://example.com/#part, must not hold a fragment (#)",
        "https://example.com:0/, the port must be 1 to 65535",
        "https://example.com:65536/, the port must be 1 to 65535",
        "https:///path, the host must be a DNS name or an IP address in its usual notation",
        "https://exa mple.com, is not a URL: Illegal character in authority",
    })
    void what_is_wrong_is_said(String url, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetUrl.parse(url))
                .withMessageStartingWith(rule);
    }

    @Test
    void a_url_has_at_most_2000_characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> TargetUrl.parse("https://a.b/" + "x".repeat(2_000)));
    }
}
