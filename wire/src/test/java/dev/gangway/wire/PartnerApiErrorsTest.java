package dev.gangway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The errors that `partner-api.yaml` lists, beside those of the code.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnerApiErrorsTest {
    private static final JsonNode DOCUMENT = document();
    private static final JsonNode ERRORS = DOCUMENT.path("x-gangway-errors");

    private static JsonNode document() {
        try (InputStream bytes = PartnerApiErrorsTest.class.getResourceAsStream("partner-api.yaml")) {
            return new YAMLMapper().readTree(bytes);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        ERRORS.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void are_those_of_the_code_in_the_same_order() {
        assertThat(names())
                .isEqualTo(Stream.of(PlaidError.values()).map(Enum::name).toList());
    }

    @Test
    void have_the_status_type_code_and_message_of_the_code() {
        for (PlaidError error : PlaidError.values()) {
            JsonNode row = ERRORS.path(error.name());
            assertThat(row.path("status").asInt()).as(error.name()).isEqualTo(error.status());
            assertThat(row.path("type").asText()).as(error.name()).isEqualTo(error.type());
            assertThat(row.path("code").asText(error.name())).isEqualTo(error.code());
            assertThat(row.path("message").asText().replaceAll("\\{\\w+}", "%s"))
                    .isEqualTo(error.message());
        }
    }

    @Test
    void of_an_operation_are_listed_in_the_order_in_which_they_are_checked() {
        List<String> order = names();
        DOCUMENT.path("paths").forEach(path -> {
            List<String> errors = new ArrayList<>();
            path.path("post").path("x-gangway-errors").forEach(error -> errors.add(error.asText()));
            assertThat(errors).isNotEmpty().isSubsetOf(order);
            assertThat(errors).isSortedAccordingTo((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
        });
    }
}
