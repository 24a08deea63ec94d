package dev.gangway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;

/// A file as it is served.
///
/// @param file its name with a digest of its content, such as `gangway.0123456789ab.css`
/// @param packed the same in gzip
record Asset(String file, String type, byte[] bytes, byte[] packed) {
    static Asset of(String name, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        String extension = isSheet(name) ? ".css" : ".js";
        String stem = name.replaceAll("\\.(css|js)$", "").replaceAll("[^a-z0-9]+", "-");
        String file = stem.replaceAll("^-", "") + "." + digest(bytes) + extension;
        String type = isSheet(name) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        return new Asset(file, type, bytes, Compressed.gzip(bytes, Deflater.BEST_COMPRESSION));
    }

    static boolean isSheet(String name) {
        return name.endsWith(".css");
    }

    /// What lies beside `room`, or at `name` where that begins with a slash.
    static String text(Class<?> room, String name) {
        try (InputStream in = room.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
