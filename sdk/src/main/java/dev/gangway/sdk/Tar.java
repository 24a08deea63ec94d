package dev.gangway.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.GZIPOutputStream;

/// A gzipped tar archive (POSIX ustar) in which nothing depends on the time or the machine.
final class Tar {
    private static final int BLOCK = 512; // bytes
    private static final long MODIFIED = 499_162_500; // 1985-10-26, the date that npm itself gives to packed files

    private Tar() {}

    /// @param files by path, at most 100 bytes long
    static byte[] gzipped(SequencedMap<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.write(header(file.getKey(), file.getValue().length));
                out.write(file.getValue());
                out.write(new byte[(BLOCK - file.getValue().length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] header(String path, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format("%011o\0", size));
        put(header, 136, String.format("%011o\0", MODIFIED));
        Arrays.fill(header, 148, 156, (byte) ' '); // the checksum counts itself as spaces
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte octet : header) {
            sum += octet & 0xFF;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
