package dev.gangway.egress;

/// Which addresses beside the public ones may be called. Link-local, multicast, metadata and reserved addresses
/// never are.
///
/// @param allowLoopback 127.0.0.0/8 and ::1, that is: this machine
/// @param allowPrivate the private networks of RFC 1918, RFC 6598 (shared by carriers) and RFC 4193
public record EgressPolicy(boolean allowLoopback, boolean allowPrivate) {
    public static final EgressPolicy PUBLIC_ONLY = new EgressPolicy(false, false);

    boolean admits(AddressKind kind) {
        return switch (kind) {
            case PUBLIC -> true;
            case LOOPBACK -> allowLoopback;
            case PRIVATE -> allowPrivate;
            case FORBIDDEN -> false;
        };
    }
}
