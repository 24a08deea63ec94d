package dev.gangway.snippet;

import java.nio.charset.StandardCharsets;

/// Percent-encoding of everything that RFC 3986 does not call unreserved.
final class Percent {
    private static final String UNRESERVED = "-._~";

    private Percent() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char ascii = (char) (octet & 0xFF);
            boolean plain = ascii < 0x80 && (Character.isLetterOrDigit(ascii) || UNRESERVED.indexOf(ascii) >= 0);
            if (plain) {
                encoded.append(ascii);
            } else {
                encoded.append('%').append(String.format("%02X", octet));
            }
        }
        return encoded.toString();
    }
}
