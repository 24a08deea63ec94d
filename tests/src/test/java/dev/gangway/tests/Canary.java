package dev.gangway.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.base.Json;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A secret to look for, and the forms in which it may have leaked.
///
/// @param name tells it apart without telling it
record Canary(String name, byte[] bytes) {
    static Canary text(String name, String secret) {
        if (secret.length() < 8) {
            throw new IllegalArgumentException(name + " is no secret: " + secret);
        }
        return new Canary(name, secret.getBytes(UTF_8));
    }

    /// As itself, in hex and in base64, and either of these as the bytes of a column, which a dump shows in hex.
    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return text.contains(new String(bytes, UTF_8))
                || text.contains(base64)
                || lower.contains(hex(bytes))
                || lower.contains(hex(base64.getBytes(UTF_8)));
    }

    /// The names of those that are in a text.
    static List<String> sungIn(String text, List<Canary> canaries) {
        return canaries.stream()
                .filter(canary -> canary.isIn(text))
                .map(Canary::name)
                .toList();
    }

    /// The keys in a file of the vault: of each, the last 16 bytes, which are nothing but key.
    static Stream<Canary> ofVault(String json) {
        return Json.parse(json).findValues("value").stream()
                .map(value -> Base64.getDecoder().decode(value.asText()))
                .map(key -> new Canary("vault key", Arrays.copyOfRange(key, key.length - 16, key.length)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
