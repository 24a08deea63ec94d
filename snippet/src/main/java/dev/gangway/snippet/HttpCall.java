package dev.gangway.snippet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it goes over the wire: what every language writes down in its own way.
///
/// @param url absolute; all but variables is percent-encoded
/// @param headers in the order in which they are shown
/// @param basic credentials of HTTP Basic authentication
/// @param download the name of the file for an answer that is no text; null when it is
record HttpCall(
        String method,
        Text url,
        List<Header> headers,
        @Nullable Basic basic,
        Payload payload,
        @Nullable String download) {

    record Header(String name, Text value) {}

    /// @param user name of the environment variable that holds it
    /// @param password likewise
    record Basic(String user, String password) {}

    /// What is sent.
    sealed interface Payload {
        record None() implements Payload {}

        record Json(Value value) implements Payload {}

        /// `application/x-www-form-urlencoded`.
        record Form(List<Field> fields) implements Payload {}

        /// `multipart/form-data`; the boundary is the library's.
        record Multipart(List<Part> parts) implements Payload {}

        /// The bytes of a file.
        record Content(String path) implements Payload {}

        record Plain(Text text) implements Payload {}
    }

    record Field(String name, Text value) {}

    /// A part of a multipart form.
    sealed interface Part {
        String name();

        record Plain(String name, Text value) implements Part {}

        record Attachment(String name, String path) implements Part {
            /// The last step of the path.
            String file() {
                return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            }
        }
    }

    /// Whether the method is what libraries send by themselves.
    boolean isPlainGet() {
        return method.equals("GET") && payload instanceof Payload.None;
    }
}
