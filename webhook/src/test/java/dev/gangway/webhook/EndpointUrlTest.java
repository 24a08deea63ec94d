package dev.gangway.webhook;

import static dev.gangway.base.Environment.PRODUCTION;
import static dev.gangway.base.Environment.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gangway.base.Environment;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.EgressPolicy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EndpointUrlTest {
    private static final EndpointUrl STRICT = new EndpointUrl(new EgressGuard(EgressPolicy.PUBLIC_ONLY));
    private static final EndpointUrl LOCAL = new EndpointUrl(new EgressGuard(new EgressPolicy(true, false)));

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/hook, url: the host may not be called: 127.0.0.1 is this machine",
        "https://localhost/hook, url: the host may not be called: 127.0.0.1 is this machine",
        "https://10.1.2.3/hook, url: the host may not be called: 10.1.2.3 is in a private network",
        "https://169.254.169.254/latest, url: the host may not be called: 169.254.169.254 is not a public address",
        "https://[::1]/, url: the host may not be called: 0:0:0:0:0:0:0:1 is this machine",
        "https://2130706433/, url: the host must be a DNS name or an IP address in its usual notation",
        "https://me@1.1.1.1/, url: must not hold a user name",
        "ftp://1.1.1.1/, url: must start with https:// or http://",
    })
    void a_url_that_may_not_be_called_is_refused_with_the_reason(String url, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> STRICT.check(url, SANDBOX))
                .withMessage(detail)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.REQUEST_INVALID));
    }

    @ParameterizedTest
    @CsvSource({
        "https://1.1.1.1/hook, PRODUCTION",
        "http://1.1.1.1/hook, SANDBOX",
        "https://does-not-resolve.invalid/hook, PRODUCTION"
    })
    void a_public_url_is_taken(String url, Environment environment) {
        assertThatCode(() -> STRICT.check(url, environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"http://1.1.1.1/hook", "http://does-not-resolve.invalid/hook"})
    void production_wants_https(String url) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LOCAL.check(url, PRODUCTION))
                .withMessage("url: must be https in production");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:9000/hook, PRODUCTION", "http://127.0.0.1:9000/hook, SANDBOX"})
    void this_machine_is_taken_when_allowed_without_https_too(String url, Environment environment) {
        assertThatCode(() -> LOCAL.check(url, environment)).doesNotThrowAnyException();
    }
}
