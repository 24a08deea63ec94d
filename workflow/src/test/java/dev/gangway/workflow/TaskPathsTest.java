package dev.gangway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaskPathsTest {
    private static final Definition FLOW = Written.definition("flow", """
            do:
              - first: {set: {a: 1}}
              - each:
                  for: {each: one, in: '${ [1] }'}
                  do: [{pay: {set: {}}}]
              - both:
                  fork:
                    branches: [{left: {do: [{inner: {set: {}}}]}}, {right: {set: {}}}]
              - safely:
                  try: [{look: {set: {}}}]
                  catch: {do: [{tidy: {set: {}}}]}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/first",
                "/first#2",
                "/each",
                "/each[7]/pay",
                "/both/left/inner",
                "/both/right",
                "/safely/look",
                "/safely/catch/tidy",
                "/each#3[0]/pay#2"
            })
    void what_a_run_may_come_to_is_there(String path) {
        assertThat(TaskPaths.isIn(FLOW, path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "first",
                "/",
                "/nope",
                "/first/nope",
                "/each[7]/nope",
                "/safely/tidy",
                "/safely/catch",
                "/first/catch/tidy"
            })
    void what_it_cannot_is_not(String path) {
        assertThat(TaskPaths.isIn(FLOW, path)).isFalse();
    }
}
