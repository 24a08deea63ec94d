package dev.gangway.step;

import dev.gangway.workflow.ErrorKind;

/// A step's arguments make no request.
final class Misfit extends Exception {
    private final ErrorKind kind;

    Misfit(ErrorKind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    ErrorKind kind() {
        return kind;
    }
}
