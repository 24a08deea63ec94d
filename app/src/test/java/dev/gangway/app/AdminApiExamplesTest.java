package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.catalog.Body;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdminApiExamplesTest {
    private static final Catalog CATALOG = Catalog.load(List.of("/dev/gangway/app/admin-api.yaml"));

    static Stream<Arguments> everyBody() {
        return CATALOG.operations().stream().flatMap(AdminApiExamplesTest::bodies);
    }

    private static Stream<Arguments> bodies(Operation operation) {
        Stream<Arguments> request = operation.request().fields().isEmpty()
                ? Stream.empty()
                : Stream.of(Arguments.of(operation.id() + ", request", operation.request()));
        return Stream.concat(
                request,
                operation.responses().entrySet().stream()
                        .map((Map.Entry<String, Body> response) ->
                                Arguments.of(operation.id() + ", answer " + response.getKey(), response.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyBody")
    void every_body_is_shown_by_an_example_that_fits_its_description(String where, Body body) {
        assertThat(body.examples()).as(where).isNotEmpty();
        assertThat(body.examples())
                .allSatisfy((name, example) -> assertThat(BodyCheck.check(body, example))
                        .as(where + ", " + name)
                        .isEqualTo(Findings.NONE));
    }
}
