package dev.gangway.egress;

import static dev.gangway.egress.AddressKind.FORBIDDEN;
import static dev.gangway.egress.AddressKind.LOOPBACK;
import static dev.gangway.egress.AddressKind.PRIVATE;
import static dev.gangway.egress.AddressKind.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressKindTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255"})
    @ValueSource(strings = {"100.63.255.255", "100.128.0.0", "223.255.255.255", "198.17.255.255", "198.20.0.0"})
    @ValueSource(strings = {"2606:4700::1111", "2a00:1450:4001::200e", "2001:200::1", "2003::1"})
    void addresses_on_the_internet_are_public(String address) {
        assertThat(kind(address)).isEqualTo(PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1"})
    void this_machine_is_loopback(String address) {
        assertThat(kind(address)).isEqualTo(LOOPBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1"})
    @ValueSource(strings = {"100.64.0.1", "100.127.255.255", "fc00::1", "fdff::1", "::ffff:10.0.0.1"})
    void networks_behind_a_router_are_private(String address) {
        assertThat(kind(address)).isEqualTo(PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254"})
    void places_where_clouds_serve_credentials_are_forbidden(String address) {
        assertThat(kind(address)).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "0.1.2.3", "169.254.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7"})
    @ValueSource(strings = {"203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"})
    @ValueSource(strings = {"::", "fe80::1", "fec0::1", "ff02::1", "100::1", "2001:db8::1", "3fff::1", "4000::1"})
    void what_is_special_is_forbidden(String address) {
        assertThat(kind(address)).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::127.0.0.1", "::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001::1"})
    void an_IPv4_address_inside_an_IPv6_one_is_forbidden(String address) {
        assertThat(kind(address)).isEqualTo(FORBIDDEN);
    }

    @Test
    void an_IPv4_mapped_address_that_was_never_unwrapped_is_forbidden() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 127, 0, 0, 1};
        assertThat(AddressKind.of(Inet6Address.getByAddress("x", mapped, -1))).isEqualTo(FORBIDDEN);
    }

    private static AddressKind kind(String address) {
        return AddressKind.of(InetAddress.ofLiteral(address));
    }
}
