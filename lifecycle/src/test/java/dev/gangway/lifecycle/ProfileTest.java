package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.Profiles.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProfileTest {
    @Nested
    class A_profile {
        @Test
        void keeps_nothing_of_a_request_that_is_not_known_about_the_customer() {
            Profile profile = Profile.of(object("""
                    {"client_id": "c", "secret": "s", "products": ["auth"], "logo": "iVBO",
                     "create_link_customization": true, "company_name": "Harbour Bikes"}
                    """));
            assertThat(profile.json()).isEqualTo(object("{\"company_name\": \"Harbour Bikes\"}"));
        }

        @Test
        void holds_no_null() {
            assertThat(Profile.of(object("{\"address\": {\"city\": null}, \"website\": null}"))
                            .json())
                    .isEqualTo(object("{\"address\": {}}"));
        }

        @Test
        void comes_back_from_its_own_document() {
            assertThat(Profile.of(Profiles.complete().json())).isEqualTo(Profiles.complete());
        }

        @Test
        void does_not_change_with_the_tree_it_was_made_of_or_gave_out() {
            ObjectNode body = object("{\"address\": {\"city\": \"Duluth\"}}");
            Profile profile = Profile.of(body);
            body.withObject("/address").put("city", "Ghent");
            profile.json().withObject("/address").put("city", "Turku");
            assertThat(profile.json().at("/address/city").textValue()).isEqualTo("Duluth");
        }

        @Test
        void prints_no_personal_data() {
            assertThat(Profiles.completeBut("{\"address\": null}").toString())
                    .contains("technical_contact", "website")
                    .doesNotContain("Ada", "harbour-bikes", "192.0.2.7");
        }
    }

    @Nested
    class An_update {
        private final Profile before = Profile.of(object("""
                {"company_name": "Harbour Bikes", "address": {"city": "Duluth", "street": "1 Quay"},
                 "redirect_uris": ["https://a.example", "https://b.example"]}
                """));

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            replaces a text        | {"company_name": "Quay Bikes"}            | /company_name   | "Quay Bikes"
            merges into an object  | {"address": {"city": "Ghent"}}            | /address        | {"city": "Ghent", "street": "1 Quay"}
            clears in an object    | {"address": {"street": null}}             | /address        | {"city": "Duluth"}
            replaces an array      | {"redirect_uris": ["https://c.example"]}  | /redirect_uris  | ["https://c.example"]
            adds what is new       | {"website": "harbour.example"}            | /website        | "harbour.example"
            leaves the rest        | {"website": "harbour.example"}            | /company_name   | "Harbour Bikes"
            """)
        void merges(String how, String update, String pointer, String expected) {
            assertThat(before.merge(object(update)).json().at(pointer)).as(how).isEqualTo(Json.parse(expected));
        }

        @Test
        void with_null_clears_a_field() {
            assertThat(before.merge(object("{\"company_name\": null}")).json().has("company_name"))
                    .isFalse();
        }

        @Test
        void leaves_the_profile_that_it_updates_as_it_was() {
            Profile copy = Profile.of(before.json());
            before.merge(object("{\"address\": null}"));
            assertThat(before).isEqualTo(copy);
        }
    }

    @Nested
    class The_identity {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"legal_entity_name\": \"Quay Bikes GmbH\"}",
                    "{\"website\": \"https://quay-bikes.example\"}",
                    "{\"company_name\": null}"
                })
        void changes_with_the_names_and_the_website(String update) {
            assertThat(Profiles.completeBut(update).hasIdentityOf(Profiles.complete()))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"address\": null}", "{\"application_name\": \"Quay\"}", "{}"})
        void does_not_change_with_anything_else(String update) {
            assertThat(Profiles.completeBut(update).hasIdentityOf(Profiles.complete()))
                    .isTrue();
        }
    }

    @Nested
    class A_contact {
        @Test
        void is_there_as_far_as_it_is_known() {
            assertThat(Profile.of(object("{\"technical_contact\": {\"email\": \"ada@harbour.example\"}}"))
                            .technicalContact())
                    .hasValue(new Contact(null, null, "ada@harbour.example"));
        }

        @Test
        void is_absent_when_nothing_was_given() {
            assertThat(Profile.EMPTY.billingContact()).isEmpty();
        }
    }
}
