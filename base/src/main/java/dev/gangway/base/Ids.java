package dev.gangway.base;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Random identifiers and secrets from a cryptographic generator. Thread-safe.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] LETTERS_AND_DIGITS =
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray();

    private Ids() {}

    /// `digits` lower-case hex digits; `digits` must be even.
    public static String hex(int digits) {
        byte[] bytes = new byte[digits / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// A prefixed id such as `prt_9fK2…`: the prefix, `_` and 20 letters and digits (119 bits).
    public static String of(String prefix) {
        return prefix + "_" + text(20);
    }

    /// 15 letters and digits (89 bits): one request's id on the wire and in the logs.
    public static String request() {
        return text(15);
    }

    /// `length` letters and digits, 5.9 bits each. The modulo bias over 256 is at most 1/256 per character: harmless
    /// for ids.
    public static String text(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        char[] text = new char[length];
        for (int at = 0; at < length; at++) {
            text[at] = LETTERS_AND_DIGITS[(bytes[at] & 0xff) % LETTERS_AND_DIGITS.length];
        }
        return new String(text);
    }
}
