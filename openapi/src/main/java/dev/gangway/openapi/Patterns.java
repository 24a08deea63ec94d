package dev.gangway.openapi;

import java.util.regex.Pattern;

/// Matches a stranger's regular expression in a bounded number of steps: past that the text counts as matching, for
/// nobody can tell, and a check must not be a way to keep a server busy.
final class Patterns {
    private static final int MOST_STEPS = 2_000_000;

    private Patterns() {}

    static boolean found(String pattern, String text) {
        try {
            return Pattern.compile(pattern)
                    .matcher(new Counted(text, new int[1]))
                    .find();
        } catch (TooManySteps | StackOverflowError endless) {
            return true;
        }
    }

    /// Text that says stop.
    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
