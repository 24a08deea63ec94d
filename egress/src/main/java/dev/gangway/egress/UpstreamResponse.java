package dev.gangway.egress;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// What an upstream answered. Close the body when done: read to its end, its connection serves again.
///
/// @param status three digits
/// @param headers as they came, in order, without those that concern the connection alone
/// @param length of the body in bytes; -1 when it is not known before its end
public record UpstreamResponse(int status, List<HeaderField> headers, long length, InputStream body) {
    public Optional<String> header(String name) {
        for (HeaderField field : headers) {
            if (field.is(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }
}
