package dev.gangway.base;

/// Every failure that the admin API can show, one row each. Rows are append-only: a shipped code keeps its
/// meaning and status. The Plaid-style routes have a table of their own.
public enum ErrorCode { // status, worth retrying, title
    REQUEST_INVALID(400, false, "The request does not match the documented shape"),
    TOKEN_MISSING(401, false, "An access token is needed: Authorization: Bearer gwt_…"),
    TOKEN_UNKNOWN(401, false, "The access token is unknown, revoked or expired"),
    TOKEN_READ_ONLY(403, false, "This access token may read only"),
    NOT_FOUND(404, false, "There is no such thing here"),
    METHOD_NOT_ALLOWED(405, false, "This path does not take that method"),
    STATE_CONFLICT(409, false, "The current state does not allow this"),
    BODY_TOO_LARGE(413, false, "The body is larger than allowed"),
    RATE_LIMITED(429, true, "Too many requests"),
    INTERNAL(500, true, "We failed; quote the request id to support"),
    NOT_READY(503, true, "Not ready yet, or shutting down"),
    TOKEN_OUT_OF_SCOPE(403, false, "This access token does not reach so far"),
    CREDENTIALS_REFUSED(400, false, "The gateway fills the credentials in; a request carries none"),
    EGRESS_REFUSED(403, false, "The gateway does not call this address"),
    UPSTREAM_UNREACHABLE(502, true, "The upstream took no connection; nothing was sent"),
    UPSTREAM_BROKEN(502, false, "The upstream broke off; whether it acted is not known"),
    UPSTREAM_TIMEOUT(504, false, "The upstream took too long; whether it acted is not known"),
    CIRCUIT_OPEN(503, true, "The upstream failed again and again; nothing was sent"),
    SIGNATURE_REFUSED(401, false, "The sender of this webhook did not prove who it is"),
    UPSTREAM_TOKEN_MISSING(502, true, "No access token for the upstream was to be had; the upstream did nothing");

    private final int status;
    private final boolean retryable;
    private final String title;

    ErrorCode(int status, boolean retryable, String title) {
        this.status = status;
        this.retryable = retryable;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public boolean retryable() {
        return retryable;
    }

    public String title() {
        return title;
    }
}
