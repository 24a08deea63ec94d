package dev.gangway.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/// Reads OpenAPI documents to send: large ones fit into a request when they are compressed.
final class DocumentFile {
    private DocumentFile() {}

    /// The file in gzip (it may be so already), in base64; a file that cannot be read is wrong usage.
    static String compressed(Path file, AdminApi api) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Base64.getEncoder().encodeToString(isCompressed(bytes) ? bytes : compressed(bytes));
        } catch (IOException unreadable) {
            throw api.usage("cannot read " + file);
        }
    }

    private static boolean isCompressed(byte[] bytes) { // RFC 1952: the two bytes that begin every gzip file
        return bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
