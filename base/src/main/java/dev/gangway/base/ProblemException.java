package dev.gangway.base;

import java.time.Duration;
import java.util.Optional;

/// A refusal meant for the client, rendered as RFC 9457 by [ErrorStyle#PROBLEM_JSON].
public final class ProblemException extends RuntimeException {
    private final ErrorCode code;
    private final Optional<Duration> retryAfter;

    /// @param detail names the key, the rule and the value found; never a secret
    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, Optional.empty());
    }

    /// @param retryAfter when it is worth trying again, from now on
    public ProblemException(ErrorCode code, String detail, Optional<Duration> retryAfter) {
        super(detail);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
