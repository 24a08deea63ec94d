package dev.gangway.web;

import dev.gangway.base.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The one style sheet. Its path names its content, so browsers keep it for a year and still see every change.
final class Stylesheet {
    private static final byte[] CSS = read();
    static final String PATH = "/assets/gangway." + digest(CSS) + ".css";

    private Stylesheet() {}

    static Answer answer() {
        return Answer.bytes(200, "text/css; charset=utf-8", CSS)
                .withHeader("Cache-Control", "public, max-age=31536000, immutable");
    }

    private static byte[] read() {
        try (InputStream in = Stylesheet.class.getResourceAsStream("gangway.css")) {
            if (in == null) {
                throw new IllegalStateException("gangway.css is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
