package dev.gangway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebsiteHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "Example.COM",
                " example.com ",
                "example.com.",
                "www.example.com",
                "WWW.example.com",
                "https://example.com",
                "HTTP://example.com",
                "https://www.example.com/",
                "https://www.example.com:8443/about?team=1#top",
                "https://someone:secret@example.com/",
                "example.com:443",
                "example.com/about",
                "https://example.com?x=@other.example",
                "https://example.com\\@other.example",
                "ｅｘａｍｐｌｅ.com",
                "example。com",
            })
    void one_host_has_one_spelling(String website) {
        assertThat(WebsiteHost.of(website)).hasValue("example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://Bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "https://shop.example.com, shop.example.com",
        "www2.example.com, www2.example.com",
        "www.com, www.com",
        "http://localhost:3000, localhost",
        "http://192.0.2.7/, 192.0.2.7",
        "'http://[2001:DB8::1]:80/', [2001:db8::1]",
    })
    void another_host_stays_another(String website, String host) {
        assertThat(WebsiteHost.of(website)).hasValue(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "https://", "https:///about", "two words.example", "a..example", "[::1", ":443", "@"})
    void there_is_none_where_no_host_can_be_read(String website) {
        assertThat(WebsiteHost.of(website)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 100_000})
    void a_label_that_no_name_server_would_take_is_no_host(int length) {
        assertThat(WebsiteHost.of("a".repeat(length) + ".example")).isEmpty();
    }
}
