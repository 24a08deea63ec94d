package dev.gangway.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The beginning of an answer's body, for people who wonder why their receiver refused.
final class Excerpt {
    static final int LARGEST = 1_024; // bytes

    private static final int CHUNK_HEADS_LARGEST = 4 << 10; // bytes over all chunks
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]");

    private Excerpt() {}

    /// Reads as much as there is, up to the limit; what the connection breaks off is left out.
    static String read(InputStream in, ResponseHead head) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LARGEST);
        try {
            if (head.chunked()) {
                copyChunks(in, bytes);
            } else {
                copy(in, bytes, head.length());
            }
        } catch (IOException | NumberFormatException brokenOff) {
            // the status has been read: what is missing here changes nothing
        }
        return NOT_TEXT.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("\uFFFD");
    }

    private static void copyChunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        LineReader lines = new LineReader(in, CHUNK_HEADS_LARGEST);
        long size = chunkSize(lines.next());
        while (size > 0 && bytes.size() < LARGEST) {
            copy(in, bytes, size);
            size = bytes.size() < LARGEST && lines.next().isEmpty() ? chunkSize(lines.next()) : 0;
        }
    }

    private static long chunkSize(String head) {
        return Long.parseLong(head.split(";", 2)[0].strip(), 16);
    }

    /// Byte by byte, so that what arrived before the connection broke is kept.
    private static void copy(InputStream in, ByteArrayOutputStream bytes, long length) throws IOException {
        long room = Math.min(length, LARGEST - bytes.size());
        for (long copied = 0; copied < room; copied++) {
            int read = in.read();
            if (read < 0) {
                return;
            }
            bytes.write(read);
        }
    }
}
