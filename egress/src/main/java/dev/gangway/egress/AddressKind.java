package dev.gangway.egress;

import java.net.InetAddress;
import java.util.List;

/// What an address is, as far as calling it is concerned. From the IANA special-purpose address registries (RFC
/// 6890 and its updates), and the addresses at which clouds serve credentials to whoever asks.
enum AddressKind {
    PUBLIC,
    LOOPBACK,
    PRIVATE,
    FORBIDDEN;

    /// The first row that contains an address decides.
    private static final List<Row> TABLE = List.of(
            row("0.0.0.0/8", FORBIDDEN), // "this network"; Linux takes it for loopback
            row("127.0.0.0/8", LOOPBACK),
            row("10.0.0.0/8", PRIVATE),
            row("172.16.0.0/12", PRIVATE),
            row("192.168.0.0/16", PRIVATE),
            row("100.100.100.200/32", FORBIDDEN), // metadata (Alibaba)
            row("100.64.0.0/10", PRIVATE), // carrier-grade NAT
            row("168.63.129.16/32", FORBIDDEN), // metadata (Azure)
            row("169.254.0.0/16", FORBIDDEN), // link-local, with most clouds' metadata
            row("192.0.0.0/24", FORBIDDEN), // protocol assignments, with metadata (Oracle)
            row("192.0.2.0/24", FORBIDDEN), // documentation
            row("192.88.99.0/24", FORBIDDEN), // 6to4 relays
            row("198.18.0.0/15", FORBIDDEN), // benchmarks
            row("198.51.100.0/24", FORBIDDEN), // documentation
            row("203.0.113.0/24", FORBIDDEN), // documentation
            row("224.0.0.0/4", FORBIDDEN), // multicast
            row("240.0.0.0/4", FORBIDDEN), // reserved, broadcast
            row("0.0.0.0/0", PUBLIC),
            row("::1/128", LOOPBACK),
            row("fd00:ec2::/32", FORBIDDEN), // metadata (AWS)
            row("fd20:ce::/32", FORBIDDEN), // metadata (Google)
            row("fc00::/7", PRIVATE), // unique local
            row("2001::/23", FORBIDDEN), // protocol assignments: Teredo, which embeds IPv4, and others
            row("2001:db8::/32", FORBIDDEN), // documentation
            row("2002::/16", FORBIDDEN), // 6to4: embeds any IPv4 address
            row("3fff::/20", FORBIDDEN), // documentation
            row("2000::/3", PUBLIC), // global unicast
            // All the rest: unspecified, IPv4-mapped and -compatible, NAT64 (64:ff9b::), discard, link-local,
            // site-local, multicast, and what was never assigned.
            row("::/0", FORBIDDEN));

    static AddressKind of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return TABLE.stream()
                .filter(row -> row.block().contains(bytes))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private static Row row(String block, AddressKind kind) {
        return new Row(AddressBlock.of(block), kind);
    }

    private record Row(AddressBlock block, AddressKind kind) {}
}
