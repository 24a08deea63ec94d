package dev.gangway.base;

/// Told about every request that was answered; counts them, for `/metrics`. Must not block or throw.
@FunctionalInterface
public interface RequestObserver {
    RequestObserver NONE = (operation, status, nanoseconds) -> {};

    /// @param operation the operation id, or `none` where no route matched
    /// @param nanoseconds from the first byte read to the last byte handed to the socket
    void served(String operation, int status, long nanoseconds);
}
