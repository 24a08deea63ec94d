package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes good bodies bad: most often one or two values or fields of the JSON, otherwise its bytes. The same random
/// numbers make the same bodies.
record BodyMutations(RandomGenerator random) {
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e308",
            "1e-400",
            "123456789012345678901234567890",
            "[]",
            "{}",
            "[[[]]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u202e\"",
            "\"null\"",
            "\"' or 1=1 --\"",
            "\"{{7*7}}\"",
            "\"../../etc/passwd\"",
            "\"http://[::1\"",
            "\"https://*.*/\"",
            "\"2026-02-30T25:00:00Z\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"%00%ff\"",
            "{\"$ref\": \"#\"}",
            "[null, {}, [1]]");
    private static final List<String> ODD_NAMES =
            List.of("", " ", "__proto__", "client_id", "address.city", "a\nb", "\0", "\ud83d", "constructor");
    private static final byte[] ODD_BYTES = {
        0, '"', '\\', '{', '}', '[', ',', ':', (byte) 0x80, (byte) 0xC0, (byte) 0xFF
    };

    byte[] mutate(ObjectNode good) {
        return switch (random.nextInt(10)) {
            case 0 -> bytes(bytes(Json.bytes(good)));
            case 1 -> bytes(Json.bytes(good));
            case 2, 3, 4 -> Json.bytes(structure(structure(good.deepCopy())));
            default -> Json.bytes(structure(good.deepCopy()));
        };
    }

    /// Changes one value or one field, anywhere in it.
    private JsonNode structure(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return root;
        }
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> object(object, root);
            case ArrayNode array -> array(array);
            case JsonNode other -> throw new IllegalStateException("not a container: " + other);
        }
        return root;
    }

    private void object(ObjectNode object, JsonNode root) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.set(one(ODD_NAMES), odd());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(one(ODD_NAMES), object.remove(name));
            case 2 -> object.set(name, Json.array().add(object.get(name)));
            case 3 -> object.set(name, root.deepCopy());
            case 4 -> object.put(name, "x".repeat(1 << random.nextInt(14)));
            default -> object.set(name, odd());
        }
    }

    private void array(ArrayNode array) {
        JsonNode element = array.isEmpty() ? odd() : array.get(random.nextInt(array.size()));
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.insert(0, odd());
            case 2 -> array.add(element.deepCopy());
            default -> {
                for (int times = random.nextInt(60); times > 0; times--) {
                    array.add(element.deepCopy());
                }
            }
        }
    }

    /// Changes a few bytes, wherever they are.
    private byte[] bytes(byte[] good) {
        if (good.length == 0) {
            return good;
        }
        int at = random.nextInt(good.length);
        int end = Math.min(good.length, at + 1 + random.nextInt(20));
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(good, at);
            case 1 -> join(Arrays.copyOf(good, at), Arrays.copyOfRange(good, end, good.length));
            case 2 -> join(Arrays.copyOf(good, end), Arrays.copyOfRange(good, at, good.length));
            case 3 -> with(good, at, ODD_BYTES[random.nextInt(ODD_BYTES.length)]);
            default -> with(good, at, (byte) (good[at] ^ (1 << random.nextInt(8))));
        };
    }

    private static byte[] with(byte[] good, int at, byte other) {
        byte[] bad = good.clone();
        bad[at] = other;
        return bad;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode odd() {
        return Json.parse(one(ODD_VALUES).getBytes(UTF_8));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
