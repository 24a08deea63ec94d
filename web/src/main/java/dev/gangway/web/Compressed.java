package dev.gangway.web;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Answers in gzip, to those who take it. No page holds both a secret and what somebody else may choose, so its length
/// gives nothing away.
public final class Compressed {
    private static final int SMALLEST = 1_000; // bytes; below that the frame eats the gain
    private static final int FAST = 4; // for pages, made anew each time

    private Compressed() {}

    static boolean isTaken(Request request) {
        return request.header("Accept-Encoding")
                .map(encodings -> encodings.toLowerCase(Locale.ROOT).contains("gzip"))
                .orElse(false);
    }

    /// The same answer, packed when it is large enough and `request` takes it so.
    public static Answer answer(Request request, Answer plain) {
        if (plain.body() instanceof Answer.Body.Bytes(byte[] bytes) && bytes.length >= SMALLEST && isTaken(request)) {
            return new Answer(plain.status(), plain.headers(), new Answer.Body.Bytes(gzip(bytes, FAST)))
                    .withHeader("Content-Encoding", "gzip")
                    .withHeader("Vary", "Accept-Encoding");
        }
        return plain;
    }

    static byte[] gzip(byte[] bytes, int level) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream out = new Leveled(packed, level)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static final class Leveled extends GZIPOutputStream {
        Leveled(ByteArrayOutputStream to, int level) throws IOException {
            super(to, 16 << 10);
            def.setLevel(level);
            def.setStrategy(Deflater.DEFAULT_STRATEGY);
        }
    }
}
