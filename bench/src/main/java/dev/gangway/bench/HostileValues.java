package dev.gangway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/// Values that break programs which did not expect them.
final class HostileValues {
    private static final int DEEPEST = 100; // more than is accepted

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: 1",
            "\u202Eevil\u2066",
            "\uFEFF",
            "\uD83D\uDEA2".repeat(200),
            "x".repeat(256),
            "y".repeat(100_000),
            "null",
            "true",
            "-1",
            "' or 1=1 --",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "%00%0a%s%n",
            "javascript:alert(1)",
            "http://169.254.169.254/latest",
            "https://user:password@bluewater.example/?query#fragment",
            "https://*.*.bluewater.example",
            "ada@@bluewater.example",
            "999.999.999.999",
            "::ffff:1.2.3.4%eth0",
            "2026-13-40T99:99:99Z",
            "9999999999-01-01T00:00:00Z",
            "2026-01-01T00:00:00",
            "XX",
            "iVBORw0KGgo=",
            "!not base64!");

    private static final List<JsonNode> OTHERS = List.of(
            NullNode.getInstance(),
            BooleanNode.TRUE,
            BooleanNode.FALSE,
            IntNode.valueOf(0),
            IntNode.valueOf(-1),
            LongNode.valueOf(Long.MIN_VALUE),
            DecimalNode.valueOf(new BigDecimal("1e400")),
            DecimalNode.valueOf(new BigDecimal("-0.000000000000000000001")),
            DecimalNode.valueOf(new BigDecimal("9".repeat(900))));

    private HostileValues() {}

    static String text(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static JsonNode any(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> OTHERS.get(random.nextInt(OTHERS.size()));
            case 1 -> Json.object().set(text(random), TextNode.valueOf(text(random)));
            case 2 -> many(random);
            default -> TextNode.valueOf(text(random));
        };
    }

    private static ArrayNode many(RandomGenerator random) {
        ArrayNode array = Json.array();
        if (random.nextBoolean()) {
            for (int element = random.nextInt(DEEPEST); element > 0; element--) {
                array.add(element);
            }
            return array;
        }
        ArrayNode deepest = array;
        for (int level = random.nextInt(DEEPEST); level > 0; level--) {
            deepest = deepest.addArray();
        }
        return array;
    }
}
