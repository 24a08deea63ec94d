package dev.gangway.audit;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.base.Secret;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Decides by a field's name what of its value may be kept on record: enough to recognise, too little to use. Pure.
final class Masks {
    private static final String HIDDEN = "***";

    /// The one table; a field that is not here is kept as it is.
    private static final Map<String, UnaryOperator<String>> BY_FIELD = Map.ofEntries(
            entry("secret", text -> HIDDEN),
            entry("secrets", text -> HIDDEN),
            entry("sandbox_secret", text -> HIDDEN),
            entry("production_secret", text -> HIDDEN),
            entry("token", text -> HIDDEN),
            entry("code", text -> HIDDEN),
            entry("private_key", text -> HIDDEN),
            entry("password", text -> HIDDEN),
            entry("authorization", text -> HIDDEN),
            entry("email", Masks::email),
            entry("phone_number", Masks::phoneNumber),
            entry("given_name", Masks::initial),
            entry("family_name", Masks::initial),
            entry("ip_address", Masks::network),
            entry("customer_ip_address", Masks::network),
            entry("logo", Masks::fingerprint));

    private Masks() {}

    /// `value` as it may be kept, when it stands in `field`; everything inside an array or object of a masked
    /// field is masked alike.
    static JsonNode apply(String field, JsonNode value) {
        UnaryOperator<String> mask = BY_FIELD.get(field);
        return mask == null ? inside(value) : everywhere(mask, value);
    }

    private static JsonNode inside(JsonNode value) {
        return switch (value) {
            case ArrayNode array -> {
                ArrayNode masked = Json.array();
                array.forEach(element -> masked.add(inside(element)));
                yield masked;
            }
            case ObjectNode object -> {
                ObjectNode masked = Json.object();
                object.properties()
                        .forEach(member -> masked.set(member.getKey(), apply(member.getKey(), member.getValue())));
                yield masked;
            }
            case JsonNode scalar -> scalar;
        };
    }

    private static JsonNode everywhere(UnaryOperator<String> mask, JsonNode value) {
        return switch (value) {
            case ArrayNode array -> {
                ArrayNode masked = Json.array();
                array.forEach(element -> masked.add(everywhere(mask, element)));
                yield masked;
            }
            case ObjectNode object -> {
                ObjectNode masked = Json.object();
                object.properties().forEach(member -> masked.set(member.getKey(), everywhere(mask, member.getValue())));
                yield masked;
            }
            case JsonNode scalar when scalar.isNull() -> scalar;
            case JsonNode scalar -> TextNode.valueOf(mask.apply(scalar.asText()));
        };
    }

    /// `ada@example.com` → `a***@example.com`.
    private static String email(String text) {
        int at = text.lastIndexOf('@');
        return at < 1 ? HIDDEN : initial(text) + text.substring(at);
    }

    /// `+1 555 867 5309` → `***09`.
    private static String phoneNumber(String text) {
        return text.length() < 6 ? HIDDEN : HIDDEN + text.substring(text.length() - 2);
    }

    /// `Ada` → `A***`; a letter outside the basic plane stays whole.
    private static String initial(String text) {
        return text.isEmpty() ? HIDDEN : Character.toString(text.codePointAt(0)) + HIDDEN;
    }

    /// `203.0.113.9` → `203.0.***`, `2001:db8::1` → `2001:db8:***`.
    private static String network(String text) {
        char separator = text.indexOf(':') >= 0 ? ':' : '.';
        int second = text.indexOf(separator, text.indexOf(separator) + 1);
        return second < 0 ? HIDDEN : text.substring(0, second + 1) + HIDDEN;
    }

    /// A picture's SHA-256, cut to 16 digits: tells two logos apart without keeping either.
    private static String fingerprint(String text) {
        return "sha256:" + HexFormat.of().formatHex(new Secret(text).hash(), 0, 8);
    }
}
