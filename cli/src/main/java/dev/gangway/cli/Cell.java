package dev.gangway.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

/// A JSON value as a person reads it, on one line of a terminal.
final class Cell {
    static final String NOTHING = "-";

    private static final Pattern FRACTION_OF_SECOND = Pattern.compile("(?<=T\\d\\d:\\d\\d:\\d\\d)\\.\\d+(?=Z$)");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private Cell() {}

    /// `yes`, `no`, `-` for nothing, `a, b` for a list, `a 1, b 2` for an object. Control characters, which could
    /// move the cursor or recolour the terminal, become `?`.
    static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull() || (value.isContainerNode() && value.isEmpty())) {
            return NOTHING;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isArray()) {
            return value.valueStream().map(Cell::text).collect(joining(", "));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .map(member -> harmless(member.getKey()) + " " + text(member.getValue()))
                    .collect(joining(", "));
        }
        return harmless(FRACTION_OF_SECOND.matcher(value.asText()).replaceFirst(""));
    }

    /// `text` without what could move the cursor or recolour the terminal.
    static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /// How many columns of a terminal `text` takes.
    static int columns(String text) {
        return text.codePoints().map(Cell::columns).sum();
    }

    private static int columns(int codePoint) {
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return WIDE.contains(UnicodeScript.of(codePoint)) ? 2 : 1;
    }

    /// `text` and as many spaces as it takes to fill `width` columns.
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - columns(text)));
    }
}
