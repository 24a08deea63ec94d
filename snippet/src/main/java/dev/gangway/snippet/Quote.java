package dev.gangway.snippet;

import java.util.Locale;
import java.util.function.IntFunction;

/// Text as literals. Whatever a reader cannot see, or could take for something else (control and format characters,
/// which can
/// reorder what is shown, line separators, odd spaces, half surrogate pairs), is written as an escape; letters and
/// emoji stay.
final class Quote {
    private static final int JOINER = 0x200D; // holds emoji together

    private Quote() {}

    static String json(String text) {
        return '"' + escaped(text, "\"\\", Quote::units) + '"';
    }

    /// Single quotes, as JavaScript and TypeScript like them. `</` is broken up, so that the text may stand in a page's
    /// script.
    static String javascript(String text) {
        return "'" + escaped(text, "'\\", Quote::braces).replace("</", "<\\/").replace("<!--", "<\\!--") + "'";
    }

    /// The literal part of a template literal.
    static String template(String text) {
        return escaped(text, "`\\", Quote::braces)
                .replace("${", "\\${")
                .replace("</", "<\\/")
                .replace("<!--", "<\\!--");
    }

    static String python(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        return quote + escaped(text, quote + "\\", point -> point < 0x10000 ? unit(point) : wide(point)) + quote;
    }

    static String java(String text) {
        return '"'
                + escaped(text, "\"\\", point -> point < 0x100 ? String.format("\\%03o", point) : units(point))
                + '"';
    }

    /// Go has no way to write half a surrogate pair; neither has UTF-8.
    static String go(String text) {
        return '"' + escaped(text, "\"\\", point -> point < 0x10000 ? unit(mended(point)) : wide(point)) + '"';
    }

    static String csharp(String text) {
        return '"' + escaped(text, "\"\\", Quote::units) + '"';
    }

    static String php(String text) {
        return isVisible(text)
                ? "'" + escaped(text, "'\\", Quote::braces) + "'"
                : '"' + escaped(text, "\"\\$", point -> braces(mended(point))) + '"';
    }

    static String ruby(String text) {
        return isVisible(text)
                ? "'" + escaped(text, "'\\", Quote::braces) + "'"
                : '"' + escaped(text, "\"\\#", point -> braces(mended(point))) + '"';
    }

    /// A word of a POSIX shell, quoted always.
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// Text between the double quotes of a POSIX shell.
    static String shellDouble(String text) {
        return text.replaceAll("([\\\\\"$`])", "\\\\$1");
    }

    static boolean isVisible(String text) {
        return text.codePoints().noneMatch(Quote::isUnclear);
    }

    private static String escaped(String text, String special, IntFunction<String> unclear) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> {
            if (special.indexOf(point) >= 0) {
                escaped.append('\\').appendCodePoint(point);
            } else if (point == '\n') {
                escaped.append("\\n");
            } else if (point == '\r') {
                escaped.append("\\r");
            } else if (point == '\t') {
                escaped.append("\\t");
            } else if (isUnclear(point)) {
                escaped.append(unclear.apply(point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnclear(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            case Character.FORMAT -> point != JOINER;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> false;
        };
    }

    private static int mended(int point) {
        return point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point;
    }

    private static String unit(int point) {
        return String.format("\\u%04x", point);
    }

    private static String units(int point) {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            units.append(unit(unit));
        }
        return units.toString();
    }

    private static String wide(int point) {
        return String.format("\\U%08x", point);
    }

    private static String braces(int point) {
        return "\\u{" + Integer.toHexString(point).toLowerCase(Locale.ROOT) + "}";
    }
}
