package dev.gangway.egress;

import dev.gangway.egress.Resolution.Admitted;
import dev.gangway.egress.Resolution.Refused;
import dev.gangway.egress.Resolution.Unknown;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Keeps requests that others direct away from networks that only we can reach. Whoever dials must dial the
/// address that was admitted: a name resolved a second time may have changed its mind (DNS rebinding).
/// Thread-safe.
public final class EgressGuard {
    private final EgressPolicy policy;
    private final Resolver resolver;

    public EgressGuard(EgressPolicy policy) {
        this(policy, InetAddress::getAllByName);
    }

    EgressGuard(EgressPolicy policy, Resolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    /// Resolves `host` once. One address that may not be called refuses the whole host: which of its addresses
    /// would be dialled is nobody's promise.
    public Resolution resolve(String host) {
        try {
            InetAddress[] addresses = resolver.addressesOf(host);
            for (InetAddress address : addresses) {
                AddressKind kind = AddressKind.of(address);
                if (!policy.admits(kind)) {
                    return new Refused(reason(address, kind));
                }
            }
            return new Admitted(InetAddress.getByAddress(host, addresses[0].getAddress()));
        } catch (UnknownHostException unknown) {
            return new Unknown();
        }
    }

    private static String reason(InetAddress address, AddressKind kind) {
        return switch (kind) {
            case LOOPBACK -> address.getHostAddress() + " is this machine";
            case PRIVATE -> address.getHostAddress() + " is in a private network";
            case FORBIDDEN, PUBLIC -> address.getHostAddress() + " is not a public address";
        };
    }

    /// The operating system's look-up, or a test's.
    @FunctionalInterface
    interface Resolver {
        /// At least one address, the preferred one first.
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }
}
