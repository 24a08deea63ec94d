package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonTest {
    private record Contact(String givenName, boolean isAttested, boolean hasLogo) {
        boolean isComplete() {
            return hasLogo;
        }
    }

    @Test
    void a_record_is_written_as_its_components_and_nothing_else() {
        Contact contact = new Contact("Ada", true, false);
        assertThat(contact.isComplete()).isFalse();
        assertThat(Json.text(contact)).isEqualTo("""
                {"given_name":"Ada","is_attested":true,"has_logo":false}""");
    }

    @Test
    void an_environment_is_written_and_read_in_lower_case() {
        assertThat(Json.text(Environment.SANDBOX)).isEqualTo("\"sandbox\"");
        assertThat(Json.read(Json.parse("\"production\""), Environment.class)).isEqualTo(Environment.PRODUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"68e485905041833", "-1E-12345678901", "[1, {\"a\": 9e99999999999}]"})
    void a_number_beyond_all_bounds_is_malformed(String text) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> Json.parse(text));
    }
}
