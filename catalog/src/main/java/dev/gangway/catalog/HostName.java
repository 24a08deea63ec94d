package dev.gangway.catalog;

/// Names of hosts by RFC 1123, besides letters and digits of any script, as internationalised names have them. All
/// methods look at the part of `text` from `start` to before `end`.
final class HostName {
    private static final int LONGEST = 253; // RFC 1035, without the root's dot
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /// Labels joined by dots, the last of them not a number: `localhost`, `example.com`.
    static boolean isValid(String text, int start, int end) {
        return end - start <= LONGEST && labels(text, start, end) > 0;
    }

    /// A valid name of two labels or more.
    static boolean isDomain(String text, int start, int end) {
        return end - start <= LONGEST && labels(text, start, end) > 1;
    }

    /// How many labels there are; 0 when the name is not valid.
    private static int labels(String text, int start, int end) {
        int count = 1;
        int label = start;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '.') {
                if (!isLabel(text, label, i)) {
                    return 0;
                }
                label = i + 1;
                count++;
            }
        }
        return isLabel(text, label, end) && !isNumber(text, label, end) ? count : 0;
    }

    private static boolean isLabel(String text, int start, int end) {
        if (start == end || end - start > LONGEST_LABEL || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            if (!isPart(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> point == '-' || Character.isLetterOrDigit(point);
        };
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
