package dev.gangway.base;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/// A request body, read whole unless it is over the limit. An over-long one is left on the wire: whoever answers
/// must close the connection.
record BoundedBody(byte[] bytes, boolean isTooLarge) {
    private static final byte[] NOTHING = {};

    static BoundedBody read(ServerRequest from, long limit) {
        if (!from.content().hasEntity()) {
            return new BoundedBody(NOTHING, false);
        }
        OptionalLong declared = from.headers().contentLength();
        if (declared.isPresent() && declared.getAsLong() > limit) {
            return new BoundedBody(NOTHING, true);
        }
        try (InputStream in = from.content().inputStream()) {
            byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            return bytes.length > limit ? new BoundedBody(NOTHING, true) : new BoundedBody(bytes, false);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
