package dev.gangway.base;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import java.util.regex.Pattern;

/// The names that people give to things.
public final class Names {
    private static final int LONGEST = 255; // characters

    private static final Pattern SHORT = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private Names() {}

    /// Holds the name that a connection or a trigger has in paths against its rule.
    ///
    /// @throws ProblemException REQUEST_INVALID when it is not 1 to 64 lower-case letters, digits and hyphens
    public static void checkShort(String name) {
        if (!SHORT.matcher(name).matches()) {
            throw new ProblemException(REQUEST_INVALID, "name: 1 to 64 lower-case letters, digits and hyphens");
        }
    }

    /// `text` without surrounding blanks.
    ///
    /// @param field what to call it in the refusal
    /// @throws ProblemException REQUEST_INVALID when that is not 1 to 255 characters without control characters
    public static String checked(String field, String text) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    REQUEST_INVALID, field + ": 1 to " + LONGEST + " characters, none of them a control character");
        }
        return name;
    }
}
