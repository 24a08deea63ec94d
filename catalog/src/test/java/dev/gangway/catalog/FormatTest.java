package dev.gangway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatTest {
    private static final String LABEL = "a".repeat(63);

    private static boolean accepts(String format, String text) {
        return Format.named(format).orElseThrow().accepts(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", " Acme ", "株式会社", "a", "Ünïted & Söns, 1", "😀", "x\u00A0y"})
    void a_text_has_something_to_see(String text) {
        assertThat(accepts("text", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000\u2003", "\u200B", "\u202E", "a\nb", "a\tb", "a\u0000", "\u007F"})
    void a_text_is_not_blank_and_not_steered(String text) {
        assertThat(accepts("text", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+c@sub.example.co.uk", "o'brien@example.com", "ü@exämple.de"})
    void an_email_has_one_at_and_a_dotted_domain(String text) {
        assertThat(accepts("email", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@localhost",
                "ada@@example.com",
                "a@b@example.com",
                "ada@example..com",
                "ada@-example.com",
                "ada@example.com.",
                "ada @example.com",
                "ada@exam ple.com",
                "ada@1.2.3.4",
                "Ada <ada@example.com>",
                "a,b@example.com",
                "ada@example.com\n",
                "ada\u0000@example.com"
            })
    void an_email_is_nothing_else(String text) {
        assertThat(accepts("email", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "example.com/contact",
                "example.com:8443",
                "https://example.com",
                "HTTPS://Example.COM/a?b#c",
                "http://localhost:3000/oauth",
                "http://192.0.2.1/",
                "http://[2001:db8::1]:80/x",
                "münchen.example",
                "https://example.com/a%20b",
                "sub-domain.example.com",
                "xn--mnchen-3ya.de",
                "भारत.example",
                "example.com/?next=http://other.example"
            })
    void a_web_address_is_a_url_or_a_bare_host_name(String text) {
        assertThat(accepts("web-address", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "localhost",
                "192.0.2.1",
                "ftp://example.com",
                "javascript:alert(1)",
                "mailto:a@example.com",
                "https://",
                "https:///path",
                "https://user:secret@example.com",
                "a@example.com",
                "https://exa mple.com",
                "https://example.com:0",
                "https://example.com:65536",
                "https://example.com:",
                "https://example.com:8x",
                "//example.com",
                "https://example.com/a b",
                "https://example.com/%zz",
                "https://example.com/<x>",
                "https://-a.example.com",
                "https://a_b.example.com",
                "https://example..com",
                "https://1.2.3",
                "https://[::1",
                "https://[]",
                "https://[1.2.3.4]",
                "https://[::1]x",
                "https://*.example.com",
                "http:example.com",
                "example.com.",
                "https://example.com\\@evil.example"
            })
    void a_web_address_is_nothing_else(String text) {
        assertThat(accepts("web-address", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64})
    void a_label_of_a_host_has_at_most_63_characters(int length) {
        assertThat(accepts("web-address", "a".repeat(length) + ".example")).isEqualTo(length == 63);
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 62})
    void a_host_has_at_most_253_characters(int rest) {
        String host = String.join(".", LABEL, LABEL, LABEL, "b".repeat(rest));
        assertThat(accepts("web-address", host)).isEqualTo(host.length() == 253);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/oauth",
                "http://localhost/oauth.html",
                "http://localhost:3000",
                "https://a.example/",
                "https://*.example.com/oauth",
                "HTTPS://*.example.com:8443",
                "http://127.0.0.1:8080/cb"
            })
    void a_redirect_uri_is_absolute(String text) {
        assertThat(accepts("redirect-uri", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/oauth",
                "/oauth",
                "https://example.com/?a=b",
                "https://example.com/?",
                "https://example.com/#",
                "https://example.com/#a",
                "https://*",
                "https://*.com",
                "https://*.localhost",
                "https://a.*.example.com",
                "https://*a.example.com",
                "https://**.example.com",
                "https://*.*.example.com",
                "https://example.com/*",
                "*.example.com",
                "https://*.192.0.2.1",
                "myapp://oauth",
                "https://u@example.com/",
                "https://*.example.com/*"
            })
    void a_redirect_uri_has_no_query_and_no_stray_asterisk(String text) {
        assertThat(accepts("redirect-uri", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "192.0.2.10",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "2001:db8::10",
                "2001:DB8:0:0:0:0:0:1",
                "::ffff:192.0.2.1",
                "1:2:3:4:5:6:192.0.2.1",
                "1:2:3:4:5:6:7::",
                "fe80::1"
            })
    void an_ip_is_of_version_4_or_6(String text) {
        assertThat(accepts("ip", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4 ",
                "1..2.3",
                "1.2.3.",
                "0x7f.0.0.1",
                "127.1",
                "localhost",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "::g",
                "fe80::1%eth0",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "::192.0.2",
                "192.0.2.1::",
                "1:2:3:4:5:6:7:192.0.2.1",
                "[::1]",
                "١.2.3.4"
            })
    void an_ip_is_nothing_else(String text) {
        assertThat(accepts("ip", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15T09:30:00Z",
                "2026-01-15T09:30:00.123456789+01:00",
                "2026-01-15T09:30Z",
                "2024-02-29T00:00:00-12:30",
                "2026-01-15t09:30:00z"
            })
    void a_date_time_has_an_offset(String text) {
        assertThat(accepts("date-time", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-15",
                "2026-01-15T09:30:00",
                "2026-01-15 09:30:00Z",
                "2026-02-30T00:00:00Z",
                "2026-01-15T25:00:00Z",
                "2026-01-15T09:30:00+25:00",
                "+12026-01-15T09:30:00Z",
                "-2026-01-15T09:30:00Z",
                "1768469400",
                "yesterday"
            })
    void a_date_time_is_nothing_else(String text) {
        assertThat(accepts("date-time", text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            date 2026-01-15
            duration PT24H
            duration P2DT3M
            country-code US
            country-code DE
            currency-code USD
            uuid 1c0f6a52-7d38-4b1e-9a64-e2b7c5d80f13
            uri https://example.com/a
            uri urn:a:b
            """)
    void the_others_take_what_they_are_named_after(String format, String text) {
        assertThat(accepts(format, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            date 2026-13-01
            date 2026-1-5
            duration 24
            duration P
            country-code us
            country-code ZZ
            country-code USA
            country-code UK
            currency-code usd
            currency-code DOLLAR
            uuid 1c0f6a527d384b1e9a64e2b7c5d80f13
            uri /a
            uri https://example.com/%
            uri example.com
            """)
    void the_others_take_nothing_else(String format, String text) {
        assertThat(accepts(format, text)).isFalse();
    }
}
