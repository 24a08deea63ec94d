package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// Spoilt documents: whatever comes, there is an answer, and it is no larger than the limits say.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FuzzTest {
    private static final ReadOptions SMALL = new ReadOptions(8 << 20, 500_000, 100, 500);
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "[]",
            "{}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "[[[{}]]]",
            "1e400",
            "\"object\"",
            "{\"$ref\": \"#\"}",
            "{\"$ref\": \"#/paths\"}",
            "{\"$ref\": \"#/components/schemas/Customer\"}",
            "{\"allOf\": [{\"$ref\": \"#\"}]}",
            "{\"oneOf\": [{\"$ref\": \"#/components\"}, {\"type\": \"null\"}]}",
            "{\"type\": [\"object\", \"null\", 7]}",
            "{\"type\": \"array\", \"minItems\": 1000000000}",
            "{\"pattern\": \"(a+)+$\", \"minLength\": 2147483647}",
            "{\"enum\": [{\"a\": [1]}, null]}",
            "{\"properties\": 7, \"required\": \"x\"}");

    @Test
    void a_tree_with_other_values_somewhere_is_read_or_refused() {
        JsonNode document = tree(Samples.bytes(Samples.PARTNER_API));
        int read = 0;
        for (int seed = 0; seed < 200; seed++) {
            read += isRead(spoilt(document.deepCopy(), new SplittableRandom(seed))) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    void a_text_with_lines_and_characters_changed_is_read_or_refused() {
        List<String> lines = new String(Samples.bytes(Samples.ADMIN_API), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int seed = 0; seed < 100; seed++) {
            isRead(spoilt(lines, new SplittableRandom(seed)));
        }
    }

    @Test
    void plaids_document_with_other_values_somewhere_is_read_or_refused() {
        JsonNode document = tree(Samples.plaid());
        for (int seed = 0; seed < 5; seed++) {
            isRead(spoilt(document.deepCopy(), new SplittableRandom(seed)));
        }
    }

    private static boolean isRead(byte[] bytes) {
        return switch (ApiReader.read(bytes, SMALL)) {
            case Reading.Refused(String reason) -> {
                assertThat(reason).isNotBlank();
                yield false;
            }
            case Reading.Read(Api api) -> {
                assertBounded(api);
                yield true;
            }
        };
    }

    /// What was read fits the limits, can be kept, and names only rows that are there.
    private static void assertBounded(Api api) {
        for (OperationModel operation : api.operations()) {
            List<Row> rows = operation.request().map(Media::rows).orElse(List.of());
            assertThat(rows).hasSizeLessThanOrEqualTo(20_000);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).parent()).isBetween(-1, i - 1);
                assertThat(rows.get(i).repeats()).isBetween(-1, rows.size() - 1);
            }
        }
        api.operations().stream()
                .limit(2)
                .forEach(operation -> assertThat(ModelFormat.read(ModelFormat.bytes(operation), OperationModel.class)
                                .equals(operation))
                        .isTrue());
    }

    private static JsonNode tree(byte[] bytes) {
        return Trees.read(bytes, ReadOptions.STANDARD, new Tolerance());
    }

    private static byte[] spoilt(JsonNode document, RandomGenerator random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        for (int times = 1 + random.nextInt(8); times > 0; times--) {
            JsonNode odd = Json.parse(ODD.get(random.nextInt(ODD.size())));
            switch (containers.get(random.nextInt(containers.size()))) {
                case ArrayNode array -> array.insert(array.isEmpty() ? 0 : random.nextInt(array.size()), odd);
                case ObjectNode object -> {
                    List<String> names = new ArrayList<>();
                    object.fieldNames().forEachRemaining(names::add);
                    String name = names.isEmpty() ? "$ref" : names.get(random.nextInt(names.size()));
                    object.set(name, random.nextInt(8) == 0 ? TextNode.valueOf("#/components/schemas") : odd);
                }
                case JsonNode other -> throw new IllegalStateException("not a container: " + other);
            }
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(part -> collect(part, containers));
        }
    }

    private static byte[] spoilt(List<String> lines, RandomGenerator random) {
        List<String> spoilt = new ArrayList<>(lines);
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            int at = random.nextInt(spoilt.size());
            String line = spoilt.get(at);
            switch (random.nextInt(5)) {
                case 0 -> spoilt.remove(at);
                case 1 -> spoilt.add(at, spoilt.get(random.nextInt(spoilt.size())));
                case 2 -> spoilt.set(at, "  " + line);
                case 3 -> spoilt.set(at, line.replaceFirst("^  ", ""));
                default ->
                    spoilt.set(
                            at,
                            line
                                    + Arrays.asList(" &a *a", ": {", " <<: *b", "\0", " |", "#")
                                            .get(random.nextInt(6)));
            }
        }
        return String.join("\n", spoilt).getBytes(StandardCharsets.UTF_8);
    }
}
