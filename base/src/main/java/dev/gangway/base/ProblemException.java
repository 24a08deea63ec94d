package dev.gangway.base;

/// A refusal meant for the client, rendered as RFC 9457 by [ErrorStyle#PROBLEM_JSON].
public final class ProblemException extends RuntimeException {
    private final ErrorCode code;

    /// @param detail names the key, the rule and the value found; never a secret
    public ProblemException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
