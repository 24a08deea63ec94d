package dev.gangway.base;

/// Who changed something, and with which request, for the audit trail.
///
/// @param name `partner:prt_…`, `token:tok_…` or `system` (a worker, the first start)
/// @param requestId the 15 letters and digits of the request; empty for `system`
public record Actor(String name, String requestId) {
    public static final Actor SYSTEM = new Actor("system", "");
}
