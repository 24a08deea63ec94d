package dev.gangway.base;

/// Who sent a request to the admin API, as the audit trail names them.
///
/// @param name such as `token:tok_…` or `cli`; `anonymous` for nobody
/// @param mayWrite whether requests that change something are allowed
public record Caller(String name, boolean mayWrite) {
    public static final Caller ANONYMOUS = new Caller("anonymous", false);

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }
}
