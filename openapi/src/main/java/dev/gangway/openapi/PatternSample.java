package dev.gangway.openapi;

import java.util.Optional;

/// Makes a text that a simple regular expression matches: literals, classes, groups, alternatives and counts. Of
/// what it does not know it makes nothing, and what it makes is tried against the expression.
final class PatternSample {
    private static final int LONGEST = 2_000; // characters

    private final String pattern;
    private final StringBuilder sample = new StringBuilder();
    private int at;

    private PatternSample(String pattern) {
        this.pattern = pattern;
    }

    static Optional<String> of(String pattern) {
        try {
            PatternSample maker = new PatternSample(pattern);
            maker.alternatives();
            String sample = maker.sample.toString();
            return maker.at == pattern.length() && Patterns.found(pattern, sample)
                    ? Optional.of(sample)
                    : Optional.empty();
        } catch (Unknown | IndexOutOfBoundsException beyondUs) {
            return Optional.empty();
        }
    }

    /// The first of the alternatives; the others are read and dropped.
    private void alternatives() {
        sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            int length = sample.length();
            sequence();
            sample.setLength(length);
        }
    }

    private void sequence() {
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int begun = sample.length();
            int from = at;
            atom();
            String one = sample.substring(begun);
            sample.setLength(begun);
            int times = count();
            if (from == at || (long) one.length() * times > LONGEST) {
                throw new Unknown();
            }
            sample.append(one.repeat(times));
        }
    }

    private void atom() {
        char unit = pattern.charAt(at++);
        switch (unit) {
            case '^', '$' -> {}
            case '.' -> sample.append('a');
            case '(' -> group();
            case '[' -> sample.append(oneOfClass());
            case '\\' -> sample.append(escaped(pattern.charAt(at++)));
            case '*', '+', '?', '{' -> throw new Unknown();
            default -> sample.append(unit);
        }
    }

    private void group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?", at)) {
            throw new Unknown(); // a look-around, or a flag
        }
        alternatives();
        if (pattern.charAt(at++) != ')') {
            throw new Unknown();
        }
    }

    private String escaped(char letter) {
        return switch (letter) {
            case 'd' -> "7";
            case 'w' -> "a";
            case 's' -> " ";
            case 'b' -> "";
            case 't' -> "\t";
            default -> {
                if (Character.isLetterOrDigit(letter)) {
                    throw new Unknown();
                }
                yield String.valueOf(letter);
            }
        };
    }

    private String oneOfClass() {
        boolean except = pattern.charAt(at) == '^';
        int from = except ? at + 1 : at;
        int end = pattern.charAt(from) == ']' ? from + 1 : from;
        while (pattern.charAt(end) != ']') {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        String inside = pattern.substring(from, end);
        at = end + 1;
        if (except) {
            for (char candidate : "a7_ ".toCharArray()) {
                if (Patterns.found("^[^" + inside + "]$", String.valueOf(candidate))) {
                    return String.valueOf(candidate);
                }
            }
            throw new Unknown();
        }
        return inside.startsWith("\\") ? escaped(inside.charAt(1)) : inside.substring(0, 1);
    }

    /// How often what was read comes: the least that is allowed, but once where that is none.
    private int count() {
        if (at >= pattern.length()) {
            return 1;
        }
        int times = 1;
        switch (pattern.charAt(at)) {
            case '*', '+', '?' -> at++;
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String least = pattern.substring(at + 1, end).split(",", 2)[0];
                at = end + 1;
                try {
                    times = Math.min(LONGEST, Math.max(1, Integer.parseInt(least)));
                } catch (NumberFormatException literal) {
                    throw new Unknown();
                }
            }
            default -> {
                return 1;
            }
        }
        if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
            at++; // reluctant or possessive
        }
        return times;
    }

    /// An expression that is not simple.
    private static final class Unknown extends RuntimeException {
        Unknown() {
            super("unknown", null, false, false);
        }
    }
}
