package dev.gangway.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.egress.Resolution.Admitted;
import dev.gangway.egress.Resolution.Refused;
import dev.gangway.egress.Resolution.Unknown;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EgressGuardTest {
    @Test
    void the_first_address_is_admitted_under_the_name_that_was_asked_for() {
        Resolution resolution =
                guard(EgressPolicy.PUBLIC_ONLY, "1.1.1.1", "1.0.0.1").resolve("dns.example");
        assertThat(resolution).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.address().getHostAddress()).isEqualTo("1.1.1.1");
            assertThat(admitted.address().getHostName()).isEqualTo("dns.example");
        });
    }

    @Test
    void one_address_that_may_not_be_called_refuses_the_host() {
        assertThat(guard(EgressPolicy.PUBLIC_ONLY, "1.1.1.1", "10.0.0.7").resolve("two-faced.example"))
                .isEqualTo(new Refused("10.0.0.7 is in a private network"));
    }

    @Test
    void each_kind_is_allowed_on_its_own() {
        EgressPolicy loopback = new EgressPolicy(true, false);
        assertThat(guard(loopback, "127.0.0.1").resolve("localhost")).isInstanceOf(Admitted.class);
        assertThat(guard(loopback, "192.168.0.1").resolve("router")).isInstanceOf(Refused.class);
        EgressPolicy privateNetworks = new EgressPolicy(false, true);
        assertThat(guard(privateNetworks, "192.168.0.1").resolve("router")).isInstanceOf(Admitted.class);
        assertThat(guard(privateNetworks, "127.0.0.1").resolve("localhost"))
                .isEqualTo(new Refused("127.0.0.1 is this machine"));
    }

    @Test
    void metadata_is_refused_whatever_is_allowed() {
        assertThat(guard(new EgressPolicy(true, true), "169.254.169.254").resolve("metadata"))
                .isEqualTo(new Refused("169.254.169.254 is not a public address"));
    }

    @Test
    void a_name_without_an_address_is_unknown() {
        EgressGuard guard = new EgressGuard(EgressPolicy.PUBLIC_ONLY, host -> {
            throw new UnknownHostException(host);
        });
        assertThat(guard.resolve("nowhere.example")).isEqualTo(new Unknown());
    }

    private static EgressGuard guard(EgressPolicy policy, String... addresses) {
        return new EgressGuard(
                policy,
                host -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
    }
}
