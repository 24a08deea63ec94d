package dev.gangway.catalog;

import static dev.gangway.catalog.Sketches.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.catalog.Findings.Invalid;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyCheckTest {
    private static final Body CUSTOMER = Sketches.body("""
            type: object
            additionalProperties: false
            required: [name, address]
            properties:
              name: {type: string, format: text, maxLength: 20}
              address:
                type: object
                additionalProperties: false
                required: [street, country_code]
                properties:
                  street: {type: string, format: text}
                  country_code: {type: string, format: country-code}
              contacts:
                type: [array, 'null']
                maxItems: 3
                items:
                  type: object
                  additionalProperties: false
                  required: [email]
                  properties:
                    email: {type: string, format: email}
                    phone: {type: [string, 'null']}
              support:
                anyOf:
                  - type: object
                    additionalProperties: false
                    required: [email]
                    properties:
                      email: {type: string, format: email}
                  - type: 'null'
            """);

    private static Findings customer(String json) {
        return check(CUSTOMER, json);
    }

    @Test
    void a_body_without_faults_has_no_findings() {
        assertThat(customer("""
                {"name": "Acme", "address": {"street": "1 Main", "country_code": "US"},
                 "contacts": [{"email": "ada@example.com", "phone": null}], "support": {"email": "a@b.example"}}
                """)).isSameAs(Findings.NONE);
    }

    @Test
    void every_kind_of_fault_is_found_at_once() {
        Findings findings = customer("""
                {"colour": 1, "address": {"country_code": "ZZ", "planet": "Mars"}, "contacts": [{}]}
                """);
        assertThat(findings.unknown()).containsExactly("colour", "address.planet");
        assertThat(findings.missing()).containsExactly("name", "address.street", "contacts[0].email");
        assertThat(findings.invalid())
                .containsExactly(new Invalid("address.country_code", "a country code of ISO 3166-1 such as US"));
    }

    @Test
    void a_body_that_is_no_object_is_invalid_as_a_whole() {
        assertThat(customer("[]").invalid()).containsExactly(new Invalid("body", "an object"));
        assertThat(customer("null").invalid()).containsExactly(new Invalid("body", "an object"));
    }

    @Nested
    class Unknown_fields {
        @Test
        void are_named_with_all_that_leads_to_them() {
            assertThat(customer("""
                    {"z": 1, "name": "Acme", "address": {"street": "1", "country_code": "US", "y": 2}, "a": 3,
                     "contacts": [{"email": "a@b.example"}, {"email": "a@b.example", "x": {"w": 4}}]}
                    """).unknown()).containsExactly("z", "a", "address.y", "contacts[1].x");
        }

        @Test
        void differ_from_known_ones_by_case_and_space_too() {
            assertThat(customer("""
                    {"Name": "Acme", "name ": "Acme", "": 0}""").unknown()).containsExactly("Name", "name ", "\"\"");
        }

        @Test
        void are_named_in_a_printable_way() {
            ObjectNode body = Json.object().put("a\u0000b", 1).put("c\ud800", 2).put("d".repeat(200), 3);
            assertThat(BodyCheck.check(CUSTOMER, body).unknown())
                    .containsExactly("a\uFFFDb", "c\uFFFD", "d".repeat(100) + "…");
        }

        @Test
        void are_listed_up_to_a_bound() {
            String many =
                    IntStream.range(0, 1_000).mapToObj(i -> "\"f" + i + "\": 0").collect(Collectors.joining(","));
            assertThat(customer("{" + many + "}").unknown())
                    .hasSize(Findings.MOST)
                    .startsWith("f0", "f1", "f2");
        }
    }

    @Nested
    class Missing_fields {
        @Test
        void are_listed_in_the_order_of_the_document() {
            assertThat(customer("{}").missing()).containsExactly("name", "address");
        }

        @Test
        void are_looked_for_inside_an_object_only_when_it_is_there() {
            assertThat(customer("""
                    {"name": "Acme", "address": {}}""").missing()).containsExactly("address.street", "address.country_code");
            assertThat(customer("""
                    {"name": "Acme", "address": {"street": "1", "country_code": "US"}, "support": {}}""").missing()).containsExactly("support.email");
        }

        @Test
        void include_required_ones_that_are_null() {
            Findings findings = customer("""
                    {"name": null, "address": {"street": null, "country_code": "US"}}""");
            assertThat(findings.missing()).containsExactly("name", "address.street");
            assertThat(findings.invalid()).isEmpty();
        }

        @Test
        void do_not_include_required_ones_that_may_be_null() {
            Body key = Sketches.body("""
                    {type: object, required: [expired_at], properties: {expired_at: {type: [integer, 'null']}}}""");
            assertThat(check(key, "{\"expired_at\": null}").isEmpty()).isTrue();
            assertThat(check(key, "{}").missing()).containsExactly("expired_at");
        }

        @Test
        void do_not_include_optional_ones_that_are_null() {
            assertThat(customer("""
                    {"name": "Acme", "address": {"street": "1", "country_code": "US"}, "contacts": null,
                     "support": null}""").isEmpty()).isTrue();
        }
    }

    @Nested
    class Invalid_fields {
        @Test
        void are_all_named_in_the_order_of_the_document() {
            Findings findings = customer("""
                    {"contacts": [{"email": "nobody"}, 7, {"email": 5}], "address": "here", "name": ""}""");
            assertThat(findings.invalid())
                    .extracting(Invalid::field)
                    .containsExactly("name", "address", "contacts[0].email", "contacts[1]", "contacts[2].email");
        }

        @Test
        void say_what_they_must_be_in_a_sentence() {
            assertThat(customer("""
                    {"name": "an overly long name for a company", "address": []}""").invalid())
                    .extracting(Invalid::sentence)
                    .containsExactly(
                            "name must be a text that is not blank and has no control characters, at most 20 characters",
                            "address must be an object");
        }

        @Test
        void are_not_looked_for_inside_a_list_that_is_too_long() {
            assertThat(customer("""
                    {"name": "Acme", "address": {"street": "1", "country_code": "US"}, "contacts": [1, 2, 3, 4]}""").invalid()).containsExactly(new Invalid("contacts", "a list of at most 3 items"));
        }
    }
}
