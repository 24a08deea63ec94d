package dev.gangway.egress;

import java.io.InputStream;
import java.util.List;

/// What is sent to an upstream. `Host`, `Content-Length`, `Transfer-Encoding` and `Connection` are written by the
/// client and must not be among the headers.
///
/// @param method a token, such as `POST`
/// @param resource path and query as they stand in the request line
/// @param replayable whether sending it twice does no harm, so that a connection found dead may be replaced
public record UpstreamRequest(
        String method, String resource, List<HeaderField> headers, Body body, boolean replayable) {
    /// @throws IllegalArgumentException when the request line could be read as more than one
    public UpstreamRequest {
        boolean plain = resource.startsWith("/") && resource.chars().allMatch(sign -> sign > ' ' && sign < 0x7f);
        if (!plain) {
            throw new IllegalArgumentException("the path and the query must be printable ASCII without spaces");
        }
    }

    /// What follows the head.
    public sealed interface Body {
        record None() implements Body {}

        /// All of it at hand: leaves in one piece with the head.
        record Bytes(byte[] bytes) implements Body {}

        /// Copied as it arrives.
        ///
        /// @param length in bytes; -1 when nobody knows, then it is sent in chunks
        record Stream(InputStream in, long length) implements Body {}
    }

    boolean canBeSentAgain() {
        return !(body instanceof Body.Stream);
    }
}
