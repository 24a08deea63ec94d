package dev.gangway.egress;

import java.net.InetAddress;

/// What became of a host name.
public sealed interface Resolution {
    /// May be called, at this address and no other.
    ///
    /// @param address carries the host's name, so that TLS verifies the name and not the number
    record Admitted(InetAddress address) implements Resolution {}

    /// Has an address that may not be called.
    ///
    /// @param reason such as `10.0.0.7 is a private address`
    record Refused(String reason) implements Resolution {}

    /// Has no address, as far as is known now.
    record Unknown() implements Resolution {}
}
