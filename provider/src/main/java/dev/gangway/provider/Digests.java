package dev.gangway.provider;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, by which equal documents and equal models are known.
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) { // every Java has it
            throw new IllegalStateException(never);
        }
    }
}
