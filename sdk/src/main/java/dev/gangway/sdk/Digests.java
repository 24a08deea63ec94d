package dev.gangway.sdk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// Checksums of what is handed out.
final class Digests {
    enum Kind {
        MD5("MD5"),
        SHA1("SHA-1"),
        SHA256("SHA-256"),
        SHA512("SHA-512");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }

        /// What the name of a file with such a checksum ends with.
        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private Digests() {}

    static String hex(Kind kind, byte[] content) {
        return HexFormat.of().formatHex(digest(kind, content));
    }

    /// As npm writes it in its lock file: `sha512-…`.
    static String integrity(byte[] content) {
        return "sha512-" + Base64.getEncoder().encodeToString(digest(Kind.SHA512, content));
    }

    private static byte[] digest(Kind kind, byte[] content) {
        try {
            return MessageDigest.getInstance(kind.algorithm).digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
