package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.Property;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Field;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Operation;
import dev.gangway.openapi.Api;
import dev.gangway.openapi.ApiReader;
import dev.gangway.openapi.Example;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.OperationModel.Media;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.openapi.Reading;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.RowCheck;
import dev.gangway.openapi.RowFindings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Our own documents are read twice: by the catalog, whose checks guard our routes, and as anybody's are, for
/// pages, forms and the gateway. What the two say of a body must be the same, name by name (docs/adr/0009).
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoChecksOneWordTest {
    private static final Catalog CATALOG =
            Catalog.load(List.of("/dev/gangway/wire/partner-api.yaml", "/dev/gangway/app/admin-api.yaml"));
    private static final List<OperationModel> MODELS = Stream.of(
                    "wire/src/main/resources/dev/gangway/wire/partner-api.yaml",
                    "app/src/main/resources/dev/gangway/app/admin-api.yaml")
            .flatMap(document -> read(document).operations().stream())
            .toList();
    private static final List<OperationModel> WITH_BODIES =
            MODELS.stream().filter(TwoChecksOneWordTest::describesItsBody).toList();
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "[]",
            "{}",
            "[null]",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"2026-02-30\"",
            "\"http://[::1\"",
            "\"production\"",
            "123456789012345678901234567890",
            "{\"a\": 1}");

    private static Api read(String document) {
        Reading reading = ApiReader.read(Sources.text(document).getBytes(StandardCharsets.UTF_8), ReadOptions.STANDARD);
        return ((Reading.Read) reading).api();
    }

    /// A webhook says whatever its sender likes: there is nothing to check.
    private static boolean describesItsBody(OperationModel model) {
        return model.request().stream()
                .flatMap(media -> media.examples().stream())
                .anyMatch(example -> example.made() && example.value().isObject());
    }

    @Test
    void every_operation_is_in_both() {
        assertThat(MODELS)
                .extracting(OperationModel::id)
                .containsExactlyInAnyOrderElementsOf(
                        CATALOG.operations().stream().map(Operation::id).toList());
    }

    @Test
    void fields_have_the_same_dotted_names() {
        for (OperationModel model : WITH_BODIES) {
            List<String> rows = rows(model).stream().map(Row::path).distinct().toList();
            assertThat(rows)
                    .as(model.id())
                    .containsAll(operation(model).request().fields().stream()
                            .map(Field::path)
                            .toList());
        }
    }

    @Test
    void bodies_get_the_same_findings() {
        Property.forAll(TwoChecksOneWordTest::sent, sent -> {
            Findings one = BodyCheck.check(operation(sent.model()), sent.body());
            RowFindings other = RowCheck.body(rows(sent.model()), sent.body());
            assertThat(other.unknown()).containsExactlyInAnyOrderElementsOf(one.unknown());
            assertThat(other.missing()).containsExactlyInAnyOrderElementsOf(one.missing());
            assertThat(other.invalid().stream().map(RowFindings.Invalid::field))
                    .containsExactlyInAnyOrderElementsOf(
                            one.invalid().stream().map(Findings.Invalid::field).toList());
        });
    }

    @Test
    void nearly_all_of_the_bodies_tried_are_bad() {
        int[] bad = {0};
        Property.forAll(
                TwoChecksOneWordTest::sent,
                sent -> bad[0] +=
                        BodyCheck.check(operation(sent.model()), sent.body()).isEmpty() ? 0 : 1);
        assertThat(bad[0]).isGreaterThan(600);
    }

    private record Sent(OperationModel model, ObjectNode body) {
        @Override
        public String toString() {
            return model.id() + " " + body;
        }
    }

    private static Sent sent(RandomGenerator random) {
        OperationModel model = WITH_BODIES.get(random.nextInt(WITH_BODIES.size()));
        List<Example> examples = model.request().map(Media::examples).orElseThrow();
        ObjectNode body = examples.get(random.nextInt(examples.size())).value().deepCopy();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            spoil(body, random);
        }
        return new Sent(model, body);
    }

    /// Changes, adds or removes one member somewhere.
    private static void spoil(ObjectNode body, RandomGenerator random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        JsonNode odd = Json.parse(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
        switch (containers.get(random.nextInt(containers.size()))) {
            case ArrayNode array -> array.add(array.isEmpty() || random.nextBoolean() ? odd : array.get(0));
            case ObjectNode object -> {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                int change = random.nextInt(4);
                if (names.isEmpty() || change == 0) {
                    object.set("stranger", odd);
                } else if (change == 1) {
                    object.remove(names.get(random.nextInt(names.size())));
                } else {
                    object.set(names.get(random.nextInt(names.size())), odd);
                }
            }
            case JsonNode other -> throw new IllegalStateException("not a container: " + other);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(part -> collect(part, containers));
        }
    }

    private static Operation operation(OperationModel model) {
        return CATALOG.operation(model.id()).orElseThrow();
    }

    private static List<Row> rows(OperationModel model) {
        return model.request().map(Media::rows).orElseThrow();
    }
}
