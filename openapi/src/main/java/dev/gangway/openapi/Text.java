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
        if (!line.isEmpty() && Character.isHighSurrogate(line.charAt(line.length() - 1))) {
            line.setLength(line.length() - 1);
        }
        return line.isEmpty() ? otherwise : line.toString();
    }
}
