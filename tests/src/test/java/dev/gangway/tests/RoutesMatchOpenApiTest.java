package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gangway.base.Access;
import dev.gangway.base.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The routes that a started server has are those of its two OpenAPI documents: method, path, name, and who may call.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutesMatchOpenApiTest {
    /// Pages for people, which no program depends on.
    private static final Pattern PAGES = Pattern.compile("/|/docs(/.*)?|/sign-(in|out)(/.*)?|/assets/.*");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    @Test
    void every_documented_operation_is_served_as_documented_and_no_other() {
        assertThat(served()).containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void names_of_operations_are_unique_and_say_what_they_are() {
        List<Route> routes = Server.shared().routes();
        assertThat(routes).extracting(Route::operation).doesNotHaveDuplicates();
        assertThat(routes).allSatisfy(route -> assertThat(route.operation()).matches("[a-z][a-zA-Z0-9]+"));
    }

    private static List<String> served() {
        return Server.shared().routes().stream()
                .filter(route -> !PAGES.matcher(route.path()).matches())
                .map(route -> row(route.method(), route.path(), route.operation(), route.access()))
                .toList();
    }

    private static List<String> documented() {
        return Stream.concat(
                        operations("wire/src/main/resources/dev/gangway/wire/partner-api.yaml"),
                        operations("app/src/main/resources/dev/gangway/app/admin-api.yaml"))
                .toList();
    }

    private static Stream<String> operations(String document) {
        return parse(document)
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> row(
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                member.getValue().path("operationId").asText(),
                                access(member.getValue()))));
    }

    /// Plaid-style operations name none: their credentials are in the body, so the edge lets anyone in.
    private static Access access(JsonNode operation) {
        return Access.valueOf(
                operation.path("x-gangway-access").asText("anyone").toUpperCase(Locale.ROOT));
    }

    private static String row(String method, String path, String operation, Access access) {
        return String.join(" ", method, path, operation, access.name());
    }

    private static JsonNode parse(String document) {
        try {
            return new YAMLMapper().readTree(Sources.text(document));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
