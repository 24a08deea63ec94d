package dev.gangway.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The log file of the embedded PostgreSQL: starts, stops and problems, so it grows slowly.
record ServerLog(Path path) {
    private static final long LARGEST_BYTES = 10 << 20;
    private static final int QUOTE_BYTES = 2_000;

    /// Sets a large log aside as `server.log.old`, in place of the one before. Only while the server is down.
    void rotate() throws IOException {
        if (sizeBytes() > LARGEST_BYTES) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// How long it is now; 0 when there is none.
    long sizeBytes() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /// What was written since it had that size, for an error message; cut when it is long.
    String since(long sizeBytes) throws IOException {
        try (InputStream log = Files.newInputStream(path)) {
            log.skipNBytes(sizeBytes);
            return new String(log.readNBytes(QUOTE_BYTES), StandardCharsets.UTF_8).strip();
        }
    }
}
