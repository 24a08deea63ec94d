package dev.gangway.egress;

import java.net.InetAddress;

/// A range of addresses, such as `10.0.0.0/8`.
///
/// @param network the first address of the block, 4 or 16 bytes
/// @param prefixBits how many leading bits all of its addresses share
record AddressBlock(byte[] network, int prefixBits) {
    /// Reads CIDR notation.
    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] network = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
        return new AddressBlock(network, Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
