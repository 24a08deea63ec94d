package dev.gangway.base;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A request body, read whole unless it is over the limit. The end of an over-long one may be left on the wire:
/// whoever answers must close the connection. Up to twice the limit is read all the same, and dropped, because many a
/// client writes everything before it reads, and closing on unread bytes would take the answer away from it.
record BoundedBody(byte[] bytes, boolean isTooLarge) {
    private static final int SCRATCH_BYTES = 16 << 10;
    private static final byte[] NOTHING = {};
    private static final BoundedBody TOO_LARGE = new BoundedBody(NOTHING, true);

    static BoundedBody read(ServerRequest from, long limit) {
        if (!from.content().hasEntity()) {
            return new BoundedBody(NOTHING, false);
        }
        boolean declaredTooLarge = from.headers().contentLength().orElse(0) > limit;
        if (declaredTooLarge && from.headers().contains(HeaderValues.EXPECT_100)) {
            return TOO_LARGE; // this client waits for our word before it sends anything
        }
        try (InputStream in = from.content().inputStream()) {
            byte[] bytes = declaredTooLarge ? NOTHING : in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (!declaredTooLarge && bytes.length <= limit) {
                return new BoundedBody(bytes, false);
            }
            drop(in, 2 * limit - bytes.length);
            return TOO_LARGE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void drop(InputStream in, long most) throws IOException {
        byte[] scratch = new byte[SCRATCH_BYTES];
        long left = most;
        for (int read = 0; left > 0 && read >= 0; left -= read) {
            read = in.read(scratch);
        }
    }
}
