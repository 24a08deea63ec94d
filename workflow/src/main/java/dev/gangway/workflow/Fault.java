package dev.gangway.workflow;

/// Unwinds the interpreter to the `try` that catches the error, or to the end of the run.
final class Fault extends RuntimeException {
    private final WorkflowError error;

    Fault(WorkflowError error) {
        super(error.detail(), null, false, false);
        this.error = error;
    }

    Fault(ErrorKind kind, String detail) {
        this(WorkflowError.of(kind, detail));
    }

    WorkflowError error() {
        return error;
    }

    Fault at(String pointer) {
        return error.instance().isEmpty() ? new Fault(error.at(pointer)) : this;
    }
}
