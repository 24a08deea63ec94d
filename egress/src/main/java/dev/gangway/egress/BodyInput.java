package dev.gangway.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/// The body of an answer, unframed. At its end the connection goes back to where it came from; closed before, it is
/// dropped.
final class BodyInput extends InputStream {
    private static final int CHUNK_LINE = 4 << 10; // bytes

    private final UpstreamConnection connection;
    private final boolean chunked;
    private final boolean untilTheEnd;
    private final boolean lasting;
    private long left; // of the body, or of the chunk
    private boolean begun;
    private boolean ended;

    BodyInput(UpstreamConnection connection, MessageHead head) throws IOException {
        this.connection = connection;
        this.chunked = head.chunked();
        this.untilTheEnd = !head.chunked() && head.length() < 0;
        this.lasting = head.lasting();
        this.left = Math.max(0, head.length());
        if (!chunked && !untilTheEnd && left == 0) {
            end();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            return next(into, offset, length);
        } catch (SocketTimeoutException slow) {
            throw new UpstreamException(UpstreamException.Kind.TIMEOUT, "the answer stopped half way");
        }
    }

    private int next(byte[] into, int offset, int length) throws IOException {
        if (chunked && left == 0 && !nextChunk()) {
            end();
            return -1;
        }
        int most = untilTheEnd ? length : (int) Math.min(length, left);
        int read = connection.in().read(into, offset, most);
        if (read < 0) {
            if (untilTheEnd) {
                end();
                return -1;
            }
            throw new EOFException("the answer broke off");
        }
        left -= untilTheEnd ? 0 : read;
        if (!untilTheEnd && !chunked && left == 0) {
            end();
        }
        return read;
    }

    private boolean nextChunk() throws IOException {
        LineReader lines = new LineReader(connection.in(), CHUNK_LINE);
        if (begun && !lines.next().isEmpty()) {
            throw new IOException("a chunk of the answer is longer than it said");
        }
        begun = true;
        left = size(lines.next());
        if (left > 0) {
            return true;
        }
        LineReader trailers = new LineReader(connection.in(), CHUNK_LINE);
        while (!trailers.next().isEmpty()) {
            // trailers concern the connection alone
        }
        return false;
    }

    private static long size(String head) throws IOException {
        String digits = head.split(";", 2)[0].strip();
        if (digits.isEmpty()
                || digits.length() > 15
                || !digits.chars().allMatch(sign -> Character.digit(sign, 16) >= 0)) {
            throw new IOException("a chunk of the answer has no length");
        }
        return Long.parseLong(digits, 16);
    }

    private void end() throws IOException {
        ended = true;
        if (lasting) {
            connection.giveBack();
        } else {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            connection.close();
        }
    }
}
