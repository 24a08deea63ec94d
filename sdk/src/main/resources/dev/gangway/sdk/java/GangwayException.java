package PACKAGE;

import java.util.Map;

/** What went wrong: an answer that is no success, or none at all (status 0). */
public final class GangwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String requestId;
    private final String type;
    private final String code;
    private final transient Object problem;

    GangwayException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.requestId = null;
        this.type = null;
        this.code = cause == null ? null : "CONNECTION_FAILED";
        this.problem = null;
    }

    GangwayException(int status, String requestId, Object problem) {
        super(status + " " + first(problem, "error_message", "detail", "title", "message"));
        this.status = status;
        this.problem = problem;
        String inBody = first(problem, "request_id");
        this.requestId = inBody.isEmpty() ? requestId : inBody;
        this.type = first(problem, "error_type", "type");
        this.code = first(problem, "error_code", "code");
    }

    private static String first(Object problem, String... names) {
        if (problem instanceof Map<?, ?> members) {
            for (String name : names) {
                if (members.get(name) instanceof String text) {
                    return text;
                }
            }
        }
        return "";
    }

    /** The HTTP status; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** Quote it to support; null when there was no answer. */
    public String requestId() {
        return requestId;
    }

    /** The kind of error, such as INVALID_REQUEST, or a problem's type. */
    public String type() {
        return type;
    }

    /** The error itself, such as INVALID_FIELD. */
    public String code() {
        return code;
    }

    /** The whole body of the answer, read from JSON where it is that. */
    public Object problem() {
        return problem;
    }
}
