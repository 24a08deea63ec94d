package dev.gangway.catalog;

/// A document cannot be used. Our own documents are part of the build, so this is a bug and stops the start.
public final class MalformedDocument extends RuntimeException {
    /// @param place the document's name and a JSON pointer into it, such as `partner-api.yaml#/paths`
    MalformedDocument(String place, String reason) {
        super(place + ": " + reason);
    }
}
