package dev.gangway.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// How long the disk takes until written data is safe, as a commit waits for it.
final class FlushTime {
    private static final int PAGE = 8 << 10; // bytes; what PostgreSQL writes of its log at least
    private static final int WARM_UP = 20;
    private static final int FLUSHES = 200;

    private FlushTime() {}

    /// The median, such as `2.60 ms`.
    static String in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "flush", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int flush = 0; flush < WARM_UP; flush++) {
                flush(channel);
            }
            long[] nanoseconds = new long[FLUSHES];
            for (int flush = 0; flush < FLUSHES; flush++) {
                nanoseconds[flush] = flush(channel);
            }
            Arrays.sort(nanoseconds);
            return "%.2f ms".formatted(nanoseconds[FLUSHES / 2] / 1e6);
        } finally {
            Files.delete(file);
        }
    }

    private static long flush(FileChannel channel) throws IOException {
        long begun = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE), 0);
        channel.force(false);
        return System.nanoTime() - begun;
    }
}
