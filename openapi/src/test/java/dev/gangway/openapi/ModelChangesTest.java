package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelChangesTest {
    private static final String BODY =
            "{type: object, required: [amount], properties: {amount: {type: integer}, kind: {type: string, enum: [A, B]}}}";
    private static final String ANSWER = "{type: object, required: [id], properties: {id: {type: string}}}";
    private static final String QUERY = "[{name: limit, in: query, schema: {type: integer}}]";

    private static OperationModel operation(String parameters, String body, String answer) {
        String document = """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  /pay:
                    post:
                      operationId: pay
                      parameters: %s
                      requestBody: {required: true, content: {application/json: {schema: %s}}}
                      responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}
                """.formatted(parameters, body, answer);
        Reading reading = ApiReader.read(document.getBytes(StandardCharsets.UTF_8), ReadOptions.STANDARD);
        return ((Reading.Read) reading).api().operations().getFirst();
    }

    private static List<FieldChange> changes(String parameters, String body, String answer) {
        return ModelChanges.between(operation(QUERY, BODY, ANSWER), operation(parameters, body, answer));
    }

    @Test
    void what_is_the_same_or_only_said_in_other_words_has_not_changed() {
        assertThat(changes(QUERY, BODY, ANSWER)).isEmpty();
        assertThat(changes(QUERY, BODY.replace("{type: integer}", "{type: integer, description: How much}"), ANSWER))
                .isEmpty();
    }

    @Test
    void a_field_that_must_be_sent_now_breaks_clients_and_one_that_may_be_does_not() {
        assertThat(changes(QUERY, BODY.replace("[amount]", "[amount, kind]"), ANSWER))
                .containsExactly(new FieldChange("body", "kind", "is now required", true));
        assertThat(changes(QUERY, BODY.replace("kind:", "note: {type: string}, kind:"), ANSWER))
                .containsExactly(new FieldChange("body", "note", "is new", false));
    }

    @Test
    void a_field_that_may_be_missing_in_an_answer_breaks_clients_and_one_more_does_not() {
        assertThat(changes(QUERY, BODY, ANSWER.replace("required: [id], ", "")))
                .containsExactly(new FieldChange("response 200", "id", "is no longer required", true));
        assertThat(changes(QUERY, BODY, ANSWER.replace("id: {", "at: {type: string}, id: {")))
                .containsExactly(new FieldChange("response 200", "at", "is new", false));
    }

    @Test
    void limits_that_are_tighter_break_those_who_send_and_wider_ones_those_who_read() {
        String two = BODY.replace("{type: integer}", "{type: integer, minimum: 2, maximum: 9}");
        String three = BODY.replace("{type: integer}", "{type: integer, minimum: 3, maximum: 9}");
        assertThat(ModelChanges.between(operation(QUERY, two, ANSWER), operation(QUERY, three, ANSWER)))
                .containsExactly(
                        new FieldChange("body", "amount", "was at least 2, at most 9, is at least 3, at most 9", true));
        assertThat(ModelChanges.between(operation(QUERY, three, ANSWER), operation(QUERY, two, ANSWER)))
                .extracting(FieldChange::breaking)
                .containsExactly(false);
        assertThat(changes(QUERY, BODY, ANSWER.replace("{type: string}", "{type: string, maxLength: 20}")))
                .containsExactly(new FieldChange("response 200", "id", "was without limits, is at most 20", false));
    }

    @Test
    void types_values_and_parameters_count() {
        assertThat(changes(QUERY, BODY.replace("integer", "string"), ANSWER))
                .containsExactly(new FieldChange("body", "amount", "was integer, is string", true));
        assertThat(changes(QUERY, BODY.replace("[A, B]", "[B, C]"), ANSWER))
                .containsExactly(
                        new FieldChange("body", "kind", "no longer: \"A\"", true),
                        new FieldChange("body", "kind", "new: \"C\"", false));
        assertThat(changes("[]", BODY, ANSWER)).containsExactly(new FieldChange("query", "limit", "is gone", true));
    }
}
