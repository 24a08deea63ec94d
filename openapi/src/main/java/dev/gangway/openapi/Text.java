package dev.gangway.openapi;

/// Lines of text out of a stranger's document.
final class Text {
    private static final int LONGEST = 300; // characters

    private Text() {}

    /// `text` on one line, cut where it is long, without control characters.
    ///
    /// @param otherwise for a text that has nothing to see
    static String line(String text, String otherwise) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
            char unit = text.charAt(i);
            if (Character.isWhitespace(unit) || Character.isISOControl(unit)) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").append(unit);
                gap = false;
            }
        }
        return line.isEmpty() ? otherwise : clean(line.toString());
    }

    /// `text` with a replacement character for each half of a surrogate pair, which UTF-8 cannot write.
    static String clean(String text) {
        int at = 0;
        while (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /// Whether it can be written as it is wherever a line can.
    static boolean isLine(String text) {
        return text.equals(line(text, ""));
    }
}
