package dev.gangway.gateway;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Names;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.egress.TargetUrl;
import dev.gangway.openapi.SecurityScheme;
import dev.gangway.openapi.Server;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a connection must be.
record ConnectionRules(Providers providers, GatewayConfig config) {
    private static final Set<String> ENVIRONMENTS = Set.of("sandbox", "production", "other");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"); // RFC 9110, 5.6.2
    private static final int LONGEST_VALUE = 8_000; // characters
    private static final int MOST_PER_MINUTE = 1_000_000; // calls
    private static final int MOST_CONCURRENT = 1_000; // calls

    /// The connection as it will be, its credentials still to be counted.
    ///
    /// @throws ProblemException REQUEST_INVALID
    Connection checked(WorldId world, String name, ConnectionDraft draft, Instant now, Optional<Connection> before) {
        Names.checkShort(name);
        Provider provider = providers
                .provider(world, draft.provider())
                .orElseThrow(() -> invalid("provider: there is no provider " + draft.provider()));
        draft.credentials().forEach((scheme, value) -> check(provider, scheme, value));
        refuseOutside("limits.per_minute", draft.limits().perMinute(), MOST_PER_MINUTE);
        refuseOutside("limits.concurrent", draft.limits().concurrent(), MOST_CONCURRENT);
        checkHeader(provider, draft.idempotencyHeader());
        String server = server(provider, draft.server());
        return new Connection(
                world,
                name,
                provider.name(),
                server,
                environment(provider, server, draft.environment()),
                List.of(),
                draft.tokens() == null ? null : new TokenRules(config.allowsPlain()).checked(provider, draft.tokens()),
                draft.limits(),
                draft.idempotencyHeader(),
                draft.logBodies(),
                before.map(Connection::createdAt).orElse(now),
                now);
    }

    /// With the names of its credentials, in the provider's order.
    ///
    /// @throws ProblemException REQUEST_INVALID when one that every request needs has no value
    Connection complete(Connection bare, Map<String, Secret> values) {
        List<SecurityScheme> schemes =
                providers.provider(bare.world(), bare.provider()).orElseThrow().schemes();
        List<String> given = schemes.stream()
                .map(SecurityScheme::name)
                .filter(name -> values.containsKey(name)
                        || (bare.tokens() != null && bare.tokens().scheme().equals(name)))
                .toList();
        refuseIf(
                given.isEmpty() && !schemes.isEmpty(),
                "credentials: at least one of "
                        + schemes.stream().map(SecurityScheme::name).toList());
        return new Connection(
                bare.world(),
                bare.name(),
                bare.provider(),
                bare.server(),
                bare.environment(),
                given,
                bare.tokens(),
                bare.limits(),
                bare.idempotencyHeader(),
                bare.logBodies(),
                bare.createdAt(),
                bare.changedAt());
    }

    private static void refuseOutside(String name, @Nullable Integer value, int most) {
        refuseIf(value != null && (value < 1 || value > most), name + ": 1 to " + most);
    }

    private static void checkHeader(Provider provider, @Nullable String name) {
        refuseIf(
                name != null && !HEADER.matcher(name).matches(),
                "idempotency_header: the name of a header, such as Idempotency-Key");
        refuseIf(
                name != null && (Forwarding.isOurs(name) || carriesCredentials(provider, name)),
                "idempotency_header: " + name + " is not a header that a caller may set");
    }

    private static boolean carriesCredentials(Provider provider, String header) {
        return provider.schemes().stream().anyMatch(scheme -> scheme.parameter().equalsIgnoreCase(header));
    }

    private static void check(Provider provider, String scheme, Secret value) {
        List<String> known =
                provider.schemes().stream().map(SecurityScheme::name).toList();
        refuseIf(!known.contains(scheme), "credentials: " + provider.name() + " knows " + known + ", not " + scheme);
        checkValue("credentials." + scheme, value.reveal());
    }

    /// What a request carries has to be able to stand in one.
    ///
    /// @param text null when it is not given, which is fine
    static void checkValue(String name, @Nullable String text) {
        if (text != null) {
            refuseIf(text.isBlank() || text.length() > LONGEST_VALUE, name + ": 1 to 8000 characters");
            refuseIf(text.chars().anyMatch(sign -> sign < ' ' || sign > 0x7e), name + ": printable ASCII only");
        }
    }

    private String server(Provider provider, @Nullable String wanted) {
        String url = wanted == null ? preferred(provider) : wanted;
        if (url.isEmpty() || url.equals("/")) {
            refuseIf(!provider.builtIn(), "server: only our own APIs are served here");
            return "";
        }
        TargetUrl target;
        try {
            target = TargetUrl.parse(url);
        } catch (IllegalArgumentException malformed) {
            throw invalid("server: " + malformed.getMessage());
        }
        refuseIf(!target.encrypted() && !config.allowsPlain(), "server: must start with https://");
        refuseIf(target.resource().contains("?"), "server: must not hold a query");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /// The sandbox, where there is one: nobody should meet production by leaving something out.
    private static String preferred(Provider provider) {
        return provider.servers().stream()
                .filter(server -> server.environment() == Server.Environment.SANDBOX)
                .findFirst()
                .or(() -> provider.servers().stream().findFirst())
                .map(Server::url)
                .orElse("");
    }

    private static String environment(Provider provider, String server, @Nullable String wanted) {
        refuseIf(wanted != null && !ENVIRONMENTS.contains(wanted), "environment: sandbox, production or other");
        if (wanted != null) {
            return wanted;
        }
        List<Server> known = new ArrayList<>(provider.servers());
        return known.stream()
                .filter(one -> one.url().equals(server))
                .map(one -> one.environment().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("other");
    }

    private static void refuseIf(boolean broken, String rule) {
        if (broken) {
            throw invalid(rule);
        }
    }

    private static ProblemException invalid(String rule) {
        return new ProblemException(REQUEST_INVALID, rule);
    }
}
