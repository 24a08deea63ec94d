package dev.gangway.customer;

/// A business rule said no; nothing was changed.
public final class RefusedException extends RuntimeException {
    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        this(refusal, "");
    }

    /// @param detail what the message needs besides the refusal, such as the refused products; never a secret
    public RefusedException(Refusal refusal, String detail) {
        super(detail.isEmpty() ? refusal.name() : refusal.name() + ": " + detail);
        this.refusal = refusal;
        this.detail = detail;
    }

    private final String detail;

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }
}
