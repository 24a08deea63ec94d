package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// Lengths of time in definitions: ISO 8601 (`PT15M`, `P14DT6H`) or `{days, hours, minutes, seconds, milliseconds}`.
final class Spans {
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern WEEKS = Pattern.compile("P([0-9]{1,4})W");
    private static final Map<String, Duration> UNITS = Map.of(
            "days", Duration.ofDays(1),
            "hours", Duration.ofHours(1),
            "minutes", Duration.ofMinutes(1),
            "seconds", Duration.ofSeconds(1),
            "milliseconds", Duration.ofMillis(1));

    private Spans() {}

    /// @throws IllegalArgumentException with a sentence, when it is none, negative, or longer than ten years
    static Duration of(JsonNode node) {
        Duration span = node.isTextual() ? iso(node.textValue()) : units(node);
        if (span.isNegative() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A duration is between nought and ten years, got " + node + ".");
        }
        return span;
    }

    private static Duration iso(String text) {
        var weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return Duration.ofDays(7L * Integer.parseInt(weeks.group(1)));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("A duration is like PT15M or P14D, got " + text + ".");
        }
    }

    private static Duration units(JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            throw new IllegalArgumentException("A duration is like PT15M or {minutes: 15}, got " + node + ".");
        }
        Duration sum = Duration.ZERO;
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            Duration unit = UNITS.get(part.getKey());
            if (unit == null
                    || !part.getValue().isIntegralNumber()
                    || !part.getValue().canConvertToInt()) {
                throw new IllegalArgumentException(
                        "A duration counts whole days, hours, minutes, seconds or milliseconds, got " + node + ".");
            }
            sum = sum.plus(unit.multipliedBy(part.getValue().intValue()));
        }
        return sum;
    }
}
