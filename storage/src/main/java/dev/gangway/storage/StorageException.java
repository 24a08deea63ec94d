package dev.gangway.storage;

import org.jspecify.annotations.Nullable;

/// Storage cannot start, or cannot go on. The message is for the operator: what was found, where, and what to do.
public final class StorageException extends RuntimeException {
    StorageException(String message) {
        super(message);
    }

    StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
