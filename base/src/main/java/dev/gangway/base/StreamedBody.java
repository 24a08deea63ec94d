package dev.gangway.base;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Writes a body that is made while it is sent. A client that goes away ends it.
final class StreamedBody {
    private StreamedBody() {}

    static void write(Answer.Body.Writer writer, OutputStream to) {
        try (to) {
            writer.write(to);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
