package dev.gangway.base;

/// The bytes are not one JSON value by RFC 8259, or break a limit of [Json].
public final class MalformedJson extends RuntimeException {
    public MalformedJson(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
