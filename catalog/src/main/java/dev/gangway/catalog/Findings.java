package dev.gangway.catalog;

import java.util.List;

/// What is wrong with a body. Names are dotted, with the index of a list's element: `contacts[2].email`. At most
/// [#MOST] of each kind are listed, so that a hostile body cannot make an answer of its own size.
///
/// @param unknown fields that the operation does not have: those of an object before those of the objects inside it,
///     each time in the body's order. Names are made printable.
/// @param missing required fields that are absent, or null where null is not a value; in the document's order
/// @param invalid fields with a wrong type, format or value; in the document's order
public record Findings(List<String> unknown, List<String> missing, List<Invalid> invalid) {
    /// The most findings of one kind.
    public static final int MOST = 100;

    /// Nothing is wrong.
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    /// @param mustBe completes the sentence "the field must be …"
    public record Invalid(String field, String mustBe) {
        /// Such as `address.country_code must be a country code of ISO 3166-1 such as US`.
        public String sentence() {
            return field + " must be " + mustBe;
        }
    }

    public boolean isEmpty() {
        return unknown.isEmpty() && missing.isEmpty() && invalid.isEmpty();
    }
}
