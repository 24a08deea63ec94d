package dev.gangway.wire;

import static dev.gangway.wire.PartnerApi.CREDENTIALS;
import static dev.gangway.wire.PartnerApi.example;
import static dev.gangway.wire.PartnerApi.required;
import static dev.gangway.wire.PartnerApi.topLevel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Field;
import dev.gangway.catalog.Field.Presence;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Operation;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for each operation of `partner-api.yaml`.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnerApiOperationsTest {
    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void accepts_its_own_examples(Operation operation) {
        assertThat(operation.request().examples()).containsKeys("minimal", "full");
        operation
                .request()
                .examples()
                .forEach((name, example) ->
                        assertThat(BodyCheck.check(operation, example)).as(name).isEqualTo(Findings.NONE));
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void answers_as_its_examples_do(Operation operation) {
        assertThat(operation.response(200).orElseThrow().examples()).isNotEmpty();
        operation
                .responses()
                .forEach((status, body) -> body.examples()
                        .forEach((name, example) -> assertThat(BodyCheck.check(body, example))
                                .as(status + " " + name)
                                .isEqualTo(Findings.NONE)));
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void shows_what_is_required_and_at_most_one_field_more_in_its_minimal_example(Operation operation) {
        ObjectNode minimal = example(operation, "minimal");
        assertThat(minimal.fieldNames()).toIterable().containsAll(required(operation));
        assertThat(minimal.size()).isLessThanOrEqualTo(required(operation).size() + 1);
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void shows_every_field_in_its_examples(Operation operation) {
        Set<String> shown = new HashSet<>();
        operation
                .request()
                .examples()
                .values()
                .forEach(example -> example.fieldNames().forEachRemaining(shown::add));
        assertThat(shown).containsAll(topLevel(operation.request(), _ -> true));
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void describes_itself_and_every_field(Operation operation) {
        assertThat(operation.summary()).isNotBlank();
        assertThat(operation.notes().description()).isNotBlank();
        Stream.concat(Stream.of(operation.request()), operation.responses().values().stream())
                .flatMap(body -> body.fields().stream())
                .filter(field -> !field.path().endsWith("[]"))
                .filter(field -> !field.path().equals("end_customer"))
                .forEach(field ->
                        assertThat(field.notes().description()).as(field.path()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void takes_credentials_in_the_body_but_needs_none_there(Operation operation) {
        assertThat(operation.request().fields().stream()
                        .filter(field -> CREDENTIALS.contains(field.path()))
                        .map(Field::presence))
                .containsExactly(Presence.OPTIONAL, Presence.OPTIONAL);
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void refuses_unknown_fields_at_every_depth(Operation operation) {
        for (JsonNode example : operation.request().examples().values()) {
            JsonNode spoilt = example.deepCopy();
            spoil(spoilt);
            assertThat(BodyCheck.check(operation, spoilt).unknown()).hasSize(objects(spoilt));
        }
    }

    private static void spoil(JsonNode node) {
        node.forEach(PartnerApiOperationsTest::spoil);
        if (node instanceof ObjectNode object) {
            object.put("unheard_of", true);
        }
    }

    private static int objects(JsonNode node) {
        int inside = 0;
        for (JsonNode child : node) {
            inside += objects(child);
        }
        return inside + (node.isObject() ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("dev.gangway.wire.PartnerApi#operations")
    void answers_errors_with_the_same_seven_keys(Operation operation) {
        operation.responses().forEach((status, body) -> {
            if (!status.equals("200")) {
                assertThat(topLevel(body, _ -> true))
                        .containsExactly(
                                "display_message",
                                "documentation_url",
                                "error_code",
                                "error_message",
                                "error_type",
                                "request_id",
                                "suggested_action");
            }
        });
    }
}
