package dev.gangway.lifecycle;

/// The file is no PNG that decodes. Never leaves the check of a logo.
final class BadPng extends RuntimeException {
    /// @param reason what is wrong with the file; holds none of its bytes
    BadPng(String reason) {
        super(reason, null, false, false); // expected, so without the cost of a stack trace
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
