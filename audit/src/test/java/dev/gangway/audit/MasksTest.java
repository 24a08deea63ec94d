package dev.gangway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MasksTest {
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "secret, 0123456789abcdef, ***",
        "token, gwt_abc, ***",
        "email, ada@example.com, a***@example.com",
        "email, no-address, ***",
        "phone_number, +1 555 867 5309, ***09",
        "phone_number, 112, ***",
        "given_name, Ada, A***",
        "family_name, 𝒳ander, 𝒳***",
        "customer_ip_address, 203.0.113.9, 203.0.***",
        "customer_ip_address, 2001:db8::1, 2001:db8:***",
        "customer_ip_address, nonsense, ***",
        "company_name, Bluewater Savings, Bluewater Savings",
    })
    void keep_a_hint_at_most(String field, String value, String kept) {
        assertThat(Masks.apply(field, TextNode.valueOf(value)).asText()).isEqualTo(kept);
    }

    @Test
    void reach_into_arrays_and_objects() {
        assertThat(Masks.apply("contacts", Json.parse("""
                [{"email": "ada@example.com", "role": "technical"}]"""))).isEqualTo(Json.parse("""
                [{"email": "a***@example.com", "role": "technical"}]"""));
    }

    @Test
    void hide_everything_inside_a_masked_field_but_that_it_was_null() {
        assertThat(Masks.apply("secrets", Json.parse("""
                {"sandbox": "one", "production": null, "older": ["two", 3]}"""))).isEqualTo(Json.parse("""
                {"sandbox": "***", "production": null, "older": ["***", "***"]}"""));
    }

    @Test
    void tell_two_logos_apart_without_keeping_either() {
        String one = Masks.apply("logo", TextNode.valueOf("iVBORw0KGgo=")).asText();
        String other = Masks.apply("logo", TextNode.valueOf("iVBORw0KGgp=")).asText();
        assertThat(one).matches("sha256:[0-9a-f]{16}").isNotEqualTo(other);
    }
}
