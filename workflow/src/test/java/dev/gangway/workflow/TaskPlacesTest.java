package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaskPlacesTest {
    private static final String TEXT = """
            # 😀 first of all
            document: {dsl: 1.0.0}
            do:
              - greet: {set: {a: 1}} # a comment

              - create:
                  call: openapi
                  with:
                    parameters: {body: {name: "x"}} # the last line

              # about the loop
              - each:
                  for: {each: one, in: '${ .all }'}
                  do:
                    - inner:
                        call: openapi
                    - other: {wait: PT1S}
              - safe:
                  try:
                    - risky: {call: openapi}
                  catch:
                    do: [{mend: {call: openapi, with: {operationId: x}}}, {more: {set: {}}}]
              - both:
                  fork:
                    branches:
                      - left:
                          call: openapi
            """;

    private static String at(int line) {
        return TaskPlaces.at(TEXT, line)
                .map(place -> TEXT.substring(place.from(), place.to()))
                .orElse("");
    }

    @Test
    void a_task_ends_with_its_last_character_and_comments_behind_it_stay() {
        assertThat(at(4)).isEqualTo("greet: {set: {a: 1}}");
        assertThat(at(7)).startsWith("create:\n      call: openapi\n").endsWith("parameters: {body: {name: \"x\"}}");
    }

    @Test
    void the_innermost_task_is_meant() {
        assertThat(at(16)).isEqualTo("inner:\n            call: openapi");
        assertThat(at(13)).startsWith("each:").endsWith("other: {wait: PT1S}");
        assertThat(at(20)).isEqualTo("risky: {call: openapi}");
        assertThat(at(27)).isEqualTo("left:\n              call: openapi");
    }

    @Test
    void a_list_in_brackets_says_so() {
        TaskPlaces.Place mend = TaskPlaces.at(TEXT, 22).orElseThrow();
        assertThat(mend.name()).isEqualTo("mend");
        assertThat(mend.flow()).isTrue();
        assertThat(at(22)).isEqualTo("{mend: {call: openapi, with: {operationId: x}}}");
        assertThat(mend.task().at("/with/operationId").asText()).isEqualTo("x");
        assertThat(TaskPlaces.at(TEXT, 16).orElseThrow().flow()).isFalse();
        assertThat(TaskPlaces.at(TEXT, 16).orElseThrow().column()).isEqualTo(10);
    }

    @Test
    void between_tasks_there_is_none() {
        for (int line : new int[] {0, 1, 2, 3, 5, 10, 11, 99}) {
            assertThat(at(line)).as("line %d", line).isEmpty();
        }
    }

    @Test
    void what_cannot_be_read_has_no_tasks() {
        assertThat(TaskPlaces.at("", 1)).isEmpty();
        assertThat(TaskPlaces.at("do: [", 1)).isEmpty();
        assertThat(TaskPlaces.at("do: &a [*a]", 1)).isEmpty();
        assertThat(TaskPlaces.at("- do", 1)).isEmpty();
    }
}
