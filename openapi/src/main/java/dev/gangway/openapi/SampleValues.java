package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Values without parts that look like what a row is about: by its default, its format, its name, its limits.
final class SampleValues {
    private static final Map<String, String> BY_FORMAT = Map.ofEntries(
            Map.entry("date-time", "2026-01-15T09:30:00Z"),
            Map.entry("date", "2026-01-15"),
            Map.entry("time", "09:30:00Z"),
            Map.entry("duration", "PT24H"),
            Map.entry("email", "ada@example.com"),
            Map.entry("uuid", "1c0f6a52-7d38-4b1e-9a64-e2b7c5d80f13"),
            Map.entry("uri", "https://example.com/hook"),
            Map.entry("url", "https://example.com/hook"),
            Map.entry("web-address", "https://example.com"),
            Map.entry("redirect-uri", "https://app.example.com/oauth"),
            Map.entry("hostname", "example.com"),
            Map.entry("ipv4", "192.0.2.10"),
            Map.entry("ipv6", "2001:db8::10"),
            Map.entry("ip", "192.0.2.10"),
            Map.entry("country-code", "US"),
            Map.entry("currency-code", "USD"),
            Map.entry("byte", "aGVsbG8="),
            Map.entry("base64", "aGVsbG8="));
    private static final List<Map.Entry<String, String>> BY_NAME = List.of(
            Map.entry("email", "ada@example.com"),
            Map.entry("phone", "+1 503 555 0100"),
            Map.entry("given_name", "Ada"),
            Map.entry("first_name", "Ada"),
            Map.entry("family_name", "Byron"),
            Map.entry("last_name", "Byron"),
            Map.entry("company", "Acme Loans"),
            Map.entry("url", "https://example.com"),
            Map.entry("uri", "https://example.com"),
            Map.entry("website", "https://example.com"),
            Map.entry("webhook", "https://example.com/hook"),
            Map.entry("country", "US"),
            Map.entry("city", "Portland"),
            Map.entry("street", "12 Harbour Street"),
            Map.entry("region", "OR"),
            Map.entry("postal_code", "97201"),
            Map.entry("currency", "USD"),
            Map.entry("language", "en"),
            Map.entry("date", "2026-01-15"),
            Map.entry("amount", "10.00"),
            Map.entry("description", "A description"),
            Map.entry("name", "Acme Loans"));

    private SampleValues() {}

    /// @param name the member's, or that of the list that it is in
    static JsonNode of(Row row, String name) {
        JsonNode standard = row.standard();
        if (standard != null && !standard.isNull() && Values.fits(row, standard)) {
            return standard;
        }
        if (!row.values().isEmpty()) {
            return row.values().getFirst();
        }
        return switch (row.type()) {
            case STRING -> TextNode.valueOf(text(row, name));
            case INTEGER -> integer(row);
            case NUMBER -> plain(number(row, BigDecimal.TEN));
            case BOOLEAN -> BooleanNode.TRUE;
            case FILE -> TextNode.valueOf("aGVsbG8=");
            case NULL -> NullNode.instance;
            case ANY, OBJECT, MAP, ARRAY, ONE_OF, ANY_OF -> TextNode.valueOf("value");
        };
    }

    /// Another value than `first`, for lists without duplicates.
    static JsonNode another(Row row, JsonNode first, int number) {
        return switch (row.type()) {
            case STRING -> TextNode.valueOf(first.asText() + number);
            case INTEGER, NUMBER -> plain(first.decimalValue().add(BigDecimal.valueOf(number)));
            case BOOLEAN -> BooleanNode.valueOf(!first.asBoolean());
            case OBJECT, MAP, ARRAY, NULL, FILE, ONE_OF, ANY_OF, ANY -> first;
        };
    }

    private static String text(Row row, String name) {
        Stream<String> candidates = Stream.concat(
                Stream.ofNullable(BY_FORMAT.get(row.format())),
                Stream.concat(
                        PatternSample.of(row.limits().pattern())
                                .filter(_ -> !row.limits().pattern().isEmpty())
                                .stream(),
                        Stream.of(byName(name), "text", "a", "7", "A")));
        return candidates
                .map(text -> sized(row, text))
                .filter(text -> Values.fits(row, TextNode.valueOf(text)))
                .findFirst()
                .orElse(sized(row, "text"));
    }

    private static String byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return BY_NAME.stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("text");
    }

    /// `text` made as long as it must be, and no longer than it may be.
    private static String sized(Row row, String text) {
        BigDecimal least = row.limits().least();
        BigDecimal most = row.limits().most();
        String sized = text;
        if (least != null && sized.length() < least.intValue() && least.intValue() <= 10_000) {
            sized = sized + "a".repeat(least.intValue() - sized.length());
        }
        return most != null && sized.length() > most.intValue()
                ? sized.substring(0, Math.max(0, most.intValue()))
                : sized;
    }

    /// As it would have been read.
    private static JsonNode plain(BigDecimal number) {
        return Scalars.number(number.stripTrailingZeros().toPlainString());
    }

    private static JsonNode integer(Row row) {
        return plain(number(row, BigDecimal.ONE).setScale(0, RoundingMode.FLOOR));
    }

    /// A number within the limits, `wanted` if it is.
    private static BigDecimal number(Row row, BigDecimal wanted) {
        Limits limits = row.limits();
        BigDecimal above = limits.above();
        BigDecimal below = limits.below();
        BigDecimal least = limits.least() == null && above != null ? above.add(step(row)) : limits.least();
        BigDecimal most = limits.most() == null && below != null ? below.subtract(step(row)) : limits.most();
        BigDecimal number = wanted;
        if (most != null && number.compareTo(most) > 0) {
            number = most;
        }
        if (least != null && number.compareTo(least) < 0) {
            number = row.type() == Row.Type.INTEGER ? least.setScale(0, RoundingMode.CEILING) : least;
        }
        BigDecimal multiple = limits.multipleOf();
        return multiple == null
                ? number
                : number.divide(multiple, 0, RoundingMode.CEILING).multiply(multiple);
    }

    /// How far from an exclusive bound a number is sure to be a value.
    private static BigDecimal step(Row row) {
        BigDecimal above = row.limits().above();
        BigDecimal below = row.limits().below();
        if (above == null || below == null || row.type() != Row.Type.NUMBER) {
            return BigDecimal.ONE;
        }
        BigDecimal half = below.subtract(above).divide(BigDecimal.TWO);
        return half.min(BigDecimal.ONE);
    }
}
