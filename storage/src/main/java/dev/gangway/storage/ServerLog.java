package dev.gangway.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The log file of the embedded PostgreSQL: problems only, so it grows slowly.
record ServerLog(Path path) {
    private static final long LARGEST_BYTES = 10 << 20;
    private static final int TAIL_BYTES = 2_000;

    /// Sets a large log aside as `server.log.old`, in place of the one before. Only while the server is down.
    void rotate() {
        try {
            if (Files.exists(path) && Files.size(path) > LARGEST_BYTES) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException refused) {
            throw new StorageException("cannot rotate %s: %s".formatted(path, refused), refused);
        }
    }

    /// The last lines, for an error message; empty when there are none.
    String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] tail = new byte[TAIL_BYTES];
            int length = Math.max(0, file.read(tail));
            return new String(tail, 0, length, StandardCharsets.UTF_8).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
