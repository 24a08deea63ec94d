package dev.gangway.workflow;

import java.util.Locale;

/// The kinds of errors that arise by themselves. The first eight are those of the Serverless Workflow DSL.
public enum ErrorKind {
    CONFIGURATION(400, "Something that the definition names is not there"),
    VALIDATION(400, "A value does not have the shape that it must have"),
    EXPRESSION(400, "An expression failed"),
    AUTHENTICATION(401, "The credential was refused"),
    AUTHORIZATION(403, "The credential does not allow this"),
    TIMEOUT(408, "It took longer than allowed"),
    COMMUNICATION(502, "The call failed"),
    RUNTIME(500, "It cannot go on"),
    /// A call that must not be repeated blindly may or may not have had its effect.
    OUTCOME_UNKNOWN(502, "It is not known whether the call had its effect"),
    LIMIT(413, "A limit was reached"),
    CANCELLED(499, "The run was cancelled");

    private final int status;
    private final String title;

    ErrorKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The `type` of such an error.
    public String uri() {
        String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (this) {
            case OUTCOME_UNKNOWN, LIMIT, CANCELLED -> "urn:gangway:error:" + word;
            case CONFIGURATION,
                    VALIDATION,
                    EXPRESSION,
                    AUTHENTICATION,
                    AUTHORIZATION,
                    TIMEOUT,
                    COMMUNICATION,
                    RUNTIME -> "https://serverlessworkflow.io/spec/1.0.0/errors/" + word;
        };
    }

    /// Whether `type` is [#uri], or the last word of it.
    public boolean is(String type) {
        return sameType(uri(), type);
    }

    /// Whether a filter's `wanted` names `type`: in full, or by its last word, such as `timeout`.
    static boolean sameType(String type, String wanted) {
        return type.equals(wanted) || type.endsWith("/" + wanted) || type.endsWith(":" + wanted);
    }
}
