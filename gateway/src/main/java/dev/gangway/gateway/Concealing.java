package dev.gangway.gateway;

import dev.gangway.openapi.Masking;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A body in which known secrets are masked wherever they stand, also where one piece of it ends within one. It may be
/// shorter than it was.
final class Concealing extends FilterInputStream {
    private static final int PIECE = 16 << 10; // bytes

    private final List<String> literals;
    private final int longest;
    private String held = ""; // read, and not handed out: a secret may begin in its end
    private boolean ended;

    /// @param literals texts of ASCII
    Concealing(InputStream in, List<String> literals) {
        super(in);
        this.literals = literals;
        this.longest = literals.stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (ready() <= 0 && !ended) {
            readMore();
        }
        int given = Math.min(length, ready());
        if (given <= 0) {
            return -1;
        }
        byte[] bytes = held.substring(0, given).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, into, offset, given);
        held = held.substring(given);
        return given;
    }

    /// How much of what is held no secret can begin in any more.
    private int ready() {
        return ended ? held.length() : held.length() - longest + 1;
    }

    private void readMore() throws IOException {
        byte[] piece = new byte[PIECE];
        int read = in.read(piece, 0, piece.length);
        ended = read < 0;
        if (read > 0) {
            held += new String(piece, 0, read, StandardCharsets.ISO_8859_1);
        }
        held = Masking.text(held, literals);
    }
}
