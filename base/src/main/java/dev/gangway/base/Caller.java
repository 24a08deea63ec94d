package dev.gangway.base;

/// Who sent a request, as the audit trail names them.
///
/// @param name such as `token:tok_…`, `session:ses_…` or `cli`; `anonymous` for nobody
/// @param mayWrite whether requests that change something are allowed
/// @param reach what they get at
public record Caller(String name, boolean mayWrite, Reach reach) {
    public static final Caller ANONYMOUS = new Caller("anonymous", false);

    private static final String VISITOR = "session:";

    /// One who gets at everything.
    public Caller(String name, boolean mayWrite) {
        this(name, mayWrite, Reach.EVERYTHING);
    }

    /// A person who is signed in with a browser.
    ///
    /// @param session such as `ses_…`
    public static Caller visitor(String session) {
        return new Caller(VISITOR + session, true);
    }

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }

    /// Whether it is a browser, whose own cookies and page are nobody else's concern.
    public boolean isVisitor() {
        return name.startsWith(VISITOR);
    }

    public boolean mayCall(String connection) {
        return reach.connections().isEmpty() || reach.connections().contains(connection);
    }

    /// @param operation its id; empty for a request that meets none of the provider's
    public boolean mayUse(String operation) {
        return reach.operations().isEmpty() || reach.operations().contains(operation);
    }
}
