package dev.gangway.egress;

/// One header line of a message, as it was or will be on the wire.
///
/// @param name a token in any case
/// @param value without line breaks or NUL, without spaces around it
public record HeaderField(String name, String value) {
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    /// @throws IllegalArgumentException when it could be read as more, or other, than one header line
    public HeaderField {
        if (!isToken(name)) {
            throw new IllegalArgumentException("a header's name must be a token, got " + name.length() + " characters");
        }
        if (!isOneLine(value)) {
            throw new IllegalArgumentException(name + ": the value must be one line of Latin 1");
        }
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    private static boolean isToken(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isTokenSign(text.charAt(at))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isOneLine(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\r' || sign == '\n' || sign == 0 || sign > 0xff) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTokenSign(int sign) {
        return (sign >= '0' && sign <= '9')
                || (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || TOKEN_SIGNS.indexOf(sign) >= 0;
    }
}
