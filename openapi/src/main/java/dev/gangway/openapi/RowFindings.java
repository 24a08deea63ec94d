package dev.gangway.openapi;

import java.util.List;

/// What is wrong with a body or with parameters. Names are dotted, with the index of a list's element:
/// `contacts[2].email`; `body` is the whole. At most [#MOST] of each kind.
///
/// @param unknown members that a closed object does not have
/// @param missing required values that are absent, or null where null is not a value; in the document's order
/// @param invalid values of a wrong type, format or size; in the document's order
/// @param unlisted members that are allowed, though nothing is said of them: a typing error, perhaps
public record RowFindings(List<String> unknown, List<String> missing, List<Invalid> invalid, List<String> unlisted) {
    /// The most findings of one kind.
    public static final int MOST = 100;

    /// @param mustBe completes the sentence "the field must be …"
    public record Invalid(String field, String mustBe) {
        public String sentence() {
            return field + " must be " + mustBe;
        }
    }

    /// Whether nothing is wrong; what is only unlisted is not.
    public boolean isEmpty() {
        return unknown.isEmpty() && missing.isEmpty() && invalid.isEmpty();
    }
}
