package dev.gangway.base;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

/// The names that people give to partners and tokens.
public final class Names {
    private static final int LONGEST = 255; // characters

    private Names() {}

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
