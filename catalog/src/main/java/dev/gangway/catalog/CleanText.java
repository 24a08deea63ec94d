package dev.gangway.catalog;

/// Which texts may come in at all. A NUL, which PostgreSQL cannot keep, or half a surrogate pair, which UTF-8 cannot
/// write, would otherwise turn into a failure far from the field that carried it.
final class CleanText {
    private static final int LONGEST_NAME = 100; // characters of a stranger's field name that are worth repeating

    private CleanText() {}

    /// No control characters but tabs and line breaks, and no half of a surrogate pair.
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            } else if (Character.isISOControl(unit) && unit != '\t' && unit != '\n' && unit != '\r') {
                return false;
            }
        }
        return true;
    }

    /// In one line, without control characters, and with something to see in it.
    static boolean isVisibleLine(String text) {
        boolean visible = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isISOControl(unit)) {
                return false;
            }
            visible |= !isInvisible(unit);
        }
        return visible;
    }

    /// Spaces of all kinds, control characters, and those that only steer how others look.
    static boolean isInvisible(char unit) {
        return Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || Character.isISOControl(unit)
                || Character.getType(unit) == Character.FORMAT;
    }

    /// A name from a stranger's body, fit for a message: cut, and without what [#isClean] refuses.
    static String printable(String name) {
        if (name.isEmpty()) {
            return "\"\"";
        }
        if (name.length() <= LONGEST_NAME && isClean(name)) {
            return name;
        }
        StringBuilder printable = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(point -> Character.isISOControl(point) || isHalf(point) ? '\uFFFD' : point)
                .forEach(printable::appendCodePoint);
        return name.length() <= LONGEST_NAME
                ? printable.toString()
                : printable.append('…').toString();
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
