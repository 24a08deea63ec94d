package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.catalog.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether one value is what its row says, parts aside; and what it would have to be.
final class Values {
    private static final int LONGEST_NAME = 100; // characters of a stranger's name that are worth repeating
    private static final BigDecimal SMALLEST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    /// ISO 8601 in full, with the years and months that our own durations leave out.
    private static final Pattern DURATION =
            Pattern.compile("P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+([.,]\\d+)?S)?)?");

    private Values() {}

    /// Whether a value without parts fits; null has been dealt with.
    static boolean fits(Row row, JsonNode value) {
        if (!row.values().isEmpty()) {
            return isListed(row, value);
        }
        return switch (row.type()) {
            case STRING -> value.isTextual() && fitsText(row, value.textValue());
            case INTEGER -> value.isIntegralNumber() && value.canConvertToLong() && isInRange(row, value);
            case NUMBER -> value.isNumber() && isInRange(row, value);
            case BOOLEAN -> value.isBoolean();
            case NULL -> value.isNull();
            case FILE -> value.isTextual();
            case ANY, OBJECT, MAP, ARRAY, ONE_OF, ANY_OF -> true;
        };
    }

    /// Whether a value has the type of the row, whatever else is asked of it.
    static boolean hasType(Row row, JsonNode value) {
        if (value.isNull()) {
            return row.nullable() || row.type() == Row.Type.NULL || row.type() == Row.Type.ANY;
        }
        return switch (row.type()) {
            case STRING, FILE -> value.isTextual();
            case INTEGER, NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case NULL -> false;
            case ARRAY -> value.isArray();
            case OBJECT, MAP -> value.isObject();
            case ONE_OF, ANY_OF, ANY -> true;
        };
    }

    static boolean isListed(Row row, JsonNode value) {
        return row.values().isEmpty() || row.values().stream().anyMatch(one -> isSame(one, value));
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    static boolean hasSize(Row row, int size) {
        return isBetween(
                BigDecimal.valueOf(size), row.limits().least(), row.limits().most());
    }

    private static boolean isBetween(BigDecimal value, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
    }

    private static boolean isInRange(Row row, JsonNode value) {
        Limits limits = row.limits();
        BigDecimal number = value.decimalValue();
        boolean isInt = row.format().equals("int32");
        BigDecimal least = limits.least() == null && isInt ? SMALLEST_INT : limits.least();
        BigDecimal most = limits.most() == null && isInt ? LARGEST_INT : limits.most();
        BigDecimal above = limits.above();
        BigDecimal below = limits.below();
        BigDecimal multiple = limits.multipleOf();
        return isBetween(number, least, most)
                && (above == null || number.compareTo(above) > 0)
                && (below == null || number.compareTo(below) < 0)
                && (multiple == null || number.remainder(multiple).signum() == 0);
    }

    private static boolean fitsText(Row row, String text) {
        return hasSize(row, text.codePointCount(0, text.length()))
                && hasFormat(row.format(), text)
                && (row.limits().pattern().isEmpty()
                        || Patterns.found(row.limits().pattern(), text));
    }

    private static boolean hasFormat(String format, String text) {
        return Formats.mismatch(format, text).isEmpty()
                || (format.equals("duration") && DURATION.matcher(text).matches());
    }

    /// Completes the sentence "the field must be …".
    static String mustBe(Row row) {
        if (!row.values().isEmpty()) {
            List<JsonNode> values = row.values();
            String listed = values.stream().limit(20).map(JsonNode::asText).collect(Collectors.joining(", "));
            return values.size() == 1 ? listed : "one of " + listed + (values.size() > 20 ? ", …" : "");
        }
        Limits limits = row.limits();
        return switch (row.type()) {
            case STRING -> textWords(row) + range(limits, ", ", " characters");
            case INTEGER -> "a whole number" + range(limits, ", ", "") + strictly(limits);
            case NUMBER -> "a number" + range(limits, ", ", "") + strictly(limits);
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case FILE -> "bytes";
            case ARRAY -> "a list" + range(limits, " of ", " items") + (limits.unique() ? " without duplicates" : "");
            case OBJECT, MAP -> "an object" + range(limits, " of ", " members");
            case ONE_OF, ANY_OF -> "one of its alternatives";
            case ANY -> "any value";
        };
    }

    private static String textWords(Row row) {
        Optional<String> format = Formats.mismatch(row.format(), "\0");
        String pattern = row.limits().pattern();
        return format.orElse("a text") + (pattern.isEmpty() ? "" : " that matches " + pattern);
    }

    private static String range(Limits limits, String joint, String unit) {
        BigDecimal least = limits.least();
        BigDecimal most = limits.most();
        if (least == null && most == null) {
            return "";
        }
        String words = least == null
                ? "at most " + most
                : most == null ? "at least " + least : least.toPlainString() + " to " + most.toPlainString();
        return joint + words + unit;
    }

    private static String strictly(Limits limits) {
        return (limits.above() == null ? "" : ", above " + limits.above())
                + (limits.below() == null ? "" : ", below " + limits.below())
                + (limits.multipleOf() == null ? "" : ", a multiple of " + limits.multipleOf());
    }

    /// A name from a stranger's body, fit for a message.
    static String printable(String name) {
        if (name.isEmpty()) {
            return "\"\"";
        }
        StringBuilder printable = new StringBuilder();
        Text.clean(name)
                .codePoints()
                .limit(LONGEST_NAME)
                .map(point -> Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r'
                        ? 0xFFFD
                        : point)
                .forEach(printable::appendCodePoint);
        return name.length() <= LONGEST_NAME
                ? printable.toString()
                : printable.append('…').toString();
    }
}
