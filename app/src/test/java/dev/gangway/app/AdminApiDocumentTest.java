package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.app.ApiDocument.Operation;
import dev.gangway.app.ApiDocument.Place;
import dev.gangway.base.Environment;
import dev.gangway.base.ErrorCode;
import dev.gangway.lifecycle.CustomerStatus;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminApiDocumentTest {
    private static final ApiDocument DOCUMENT = ApiDocument.load("/dev/gangway/app/admin-api.yaml");

    static Stream<Operation> everyOperation() {
        return DOCUMENT.operations();
    }

    @Nested
    class An_operation {
        static Stream<Operation> everyOperation() {
            return DOCUMENT.operations();
        }

        @ParameterizedTest
        @MethodSource("everyOperation")
        void has_a_name_a_title_and_a_text_under_a_heading_that_exists(Operation operation) {
            assertThat(operation.id()).matches("[a-z][A-Za-z]+");
            assertThat(operation.said().path("summary").asText()).isNotBlank().doesNotEndWith(".");
            assertThat(operation.said().path("description").asText().strip()).endsWith(".");
            assertThat(DOCUMENT.root().path("tags").findValuesAsText("name"))
                    .contains(operation.said().path("tags").path(0).asText());
        }

        @ParameterizedTest
        @MethodSource("everyOperation")
        void needs_a_token_exactly_when_it_is_part_of_the_API(Operation operation) {
            boolean isOpen = operation.access().equals("anyone");
            assertThat(operation.access()).isIn("anyone", "gateway", "read", "write");
            assertThat(operation.path().startsWith("/api/v1/")
                            || operation.path().equals("/mcp"))
                    .isEqualTo(!isOpen);
            assertThat(operation.said().has("security")).isEqualTo(isOpen);
            boolean isSigned = operation.path().startsWith("/hooks/"); // by the sender of a webhook
            assertThat(operation.said().path("responses").has("401")).isEqualTo(!isOpen || isSigned);
        }

        @ParameterizedTest
        @MethodSource("everyOperation")
        void that_writes_says_that_a_token_may_be_read_only(Operation operation) {
            boolean writes = operation.access().equals("write");
            assertThat(operation.said().path("responses").has("403")).isEqualTo(writes);
            if (operation.method().equals("get")) {
                assertThat(writes).isFalse();
            }
        }

        @ParameterizedTest
        @MethodSource("everyOperation")
        void declares_the_parameters_of_its_path_and_that_they_may_name_nothing(Operation operation) {
            List<String> declared = Stream.of(operation.siblings(), operation.said())
                    .flatMap(part -> part.path("parameters").valueStream())
                    .map(DOCUMENT::follow)
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> "{" + parameter.path("name").asText() + "}")
                    .toList();
            List<String> named = Stream.of(operation.path().split("/"))
                    .filter(segment -> segment.startsWith("{"))
                    .toList();
            assertThat(declared).containsExactlyInAnyOrderElementsOf(named);
            assertThat(operation.said().path("responses").has("404")).isEqualTo(!named.isEmpty());
        }

        @ParameterizedTest
        @MethodSource("everyOperation")
        void refuses_members_that_its_body_does_not_have_at_any_depth(Operation operation) {
            JsonNode body = operation.said().path("requestBody").path("content").path("application/json");
            if (!body.isMissingNode()) {
                assertThat(body.has("example")).isTrue();
                assertThatIsStrict(body.path("schema"));
            }
        }

        private void assertThatIsStrict(JsonNode said) {
            JsonNode schema = DOCUMENT.follow(said);
            if (schema.has("properties")) {
                assertThat(schema.path("additionalProperties").asBoolean(true))
                        .as(said.toString())
                        .isFalse();
                schema.path("properties").forEach(this::assertThatIsStrict);
            }
            if (schema.has("items")) {
                assertThatIsStrict(schema.path("items"));
            }
        }
    }

    @Test
    void operations_have_names_of_their_own() {
        assertThat(everyOperation().map(Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void references_lead_somewhere_and_nothing_lies_about_unused() {
        Set<String> used = Set.copyOf(DOCUMENT.places()
                .filter(place -> place.pointer().endsWith("/$ref"))
                .map(place -> place.value().asText())
                .toList());
        assertThat(used)
                .allSatisfy(reference ->
                        assertThat(DOCUMENT.at(reference).isMissingNode()).isFalse());
        Stream<String> components = Stream.of("parameters", "responses", "schemas", "examples")
                .flatMap(kind -> DOCUMENT.root()
                        .path("components")
                        .path(kind)
                        .propertyStream()
                        .map(component -> "#/components/" + kind + "/" + component.getKey()));
        assertThat(components).allMatch(used::contains);
    }

    @Test
    void every_property_is_described() {
        Stream<Place> properties = DOCUMENT.places()
                .filter(place -> place.pointer().matches(".*/properties/[^/]+"))
                .filter(place -> !place.pointer().contains("Page/"));
        assertThat(properties)
                .allSatisfy(property -> assertThat(describedIn(property.value()))
                        .as(property.pointer())
                        .isTrue());
    }

    private static boolean describedIn(JsonNode schema) {
        return schema.has("description")
                || schema.has("$ref")
                || schema.path("allOf").path(0).has("$ref");
    }

    @Nested
    class Its_words_are_those_of_the_code {
        @Test
        void for_problems() {
            assertThat(enumOf("/components/schemas/Problem/properties/code"))
                    .containsExactlyElementsOf(
                            Stream.of(ErrorCode.values()).map(Enum::name).toList());
        }

        @Test
        void for_environments() {
            assertThat(enumOf("/components/schemas/Environment"))
                    .containsExactlyElementsOf(Stream.of(Environment.values())
                            .map(Environment::wire)
                            .toList());
        }

        @Test
        void for_requirements() {
            assertThat(enumOf("/components/schemas/Requirement"))
                    .containsExactlyElementsOf(Stream.of(Requirement.values())
                            .map(Requirement::wire)
                            .toList());
        }

        @Test
        void for_the_status_of_end_customers() {
            assertThat(enumOf("/components/schemas/CustomerStatus"))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(CustomerStatus.values()).map(Enum::name).toList());
        }

        @Test
        void for_profiles() {
            assertThat(DOCUMENT.at("#/components/schemas/Profile/properties").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(Profile.FIELDS);
        }

        private static List<String> enumOf(String pointer) {
            return DOCUMENT.at("#" + pointer)
                    .path("enum")
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
