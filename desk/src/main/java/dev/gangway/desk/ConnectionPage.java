package dev.gangway.desk;

import dev.gangway.allowance.Limits;
import dev.gangway.gateway.Connection;
import dev.gangway.oauth.TokenSource;
import dev.gangway.oauth.TokenSource.Authentication;
import dev.gangway.oauth.TokenSource.Grant;
import dev.gangway.openapi.SecurityScheme;
import dev.gangway.openapi.Server;
import dev.gangway.provider.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The form of a connection, made from its provider's document.
///
/// @param name of the connection; empty while it is new
/// @param servers of the document
/// @param elsewhere the connection's server when the document has none like it; else empty
/// @param environment what the connection is treated as; empty when that is what the document says of its server
/// @param credentials what the document's operations may need
/// @param bearers the schemes whose value may be an access token that is fetched
/// @param tokens where one is fetched
/// @param idempotencyHeader empty when the provider is not known to take a key
record ConnectionPage(
        Provider provider,
        String name,
        List<Choice> servers,
        String elsewhere,
        String environment,
        List<Credential> credentials,
        List<String> bearers,
        Optional<TokenSource> tokens,
        Limits limits,
        String idempotencyHeader,
        boolean logBodies) {
    /// @param value what is sent for it: its URL, or `/` for this server itself
    /// @param environment `sandbox`, `production` or `other`
    record Choice(String value, String description, String environment, boolean chosen) {}

    /// @param label where it travels, such as `PLAID-SECRET`
    /// @param about sanitised HTML; may be empty
    /// @param hint how it is written, for people; may be empty
    /// @param secret whether it is hidden while it is typed
    /// @param kept whether a value is sealed here already
    /// @param fetched whether it is fetched by itself
    record Credential(
            String scheme, String label, String about, String hint, boolean secret, boolean kept, boolean fetched) {
        /// What stands in the empty field.
        String standing() {
            return fetched ? "fetched when it is needed" : kept ? "kept; type to replace it" : "";
        }
    }

    static ConnectionPage of(Provider provider, Optional<Connection> saved) {
        String chosen = saved.map(connection -> value(connection.server())).orElseGet(() -> preferred(provider));
        List<Choice> servers = provider.servers().stream()
                .map(server -> choice(server, value(server.url()).equals(chosen)))
                .toList();
        boolean known = servers.stream().anyMatch(Choice::chosen);
        return new ConnectionPage(
                provider,
                saved.map(Connection::name).orElse(""),
                servers,
                known ? "" : chosen,
                saved.map(connection -> treatedAs(connection, servers)).orElse(""),
                provider.schemes().stream()
                        .map(scheme -> credential(scheme, saved))
                        .toList(),
                provider.schemes().stream()
                        .filter(SecurityScheme::takesBearerTokens)
                        .map(SecurityScheme::name)
                        .toList(),
                saved.map(Connection::tokens),
                saved.map(Connection::limits).orElse(Limits.NONE),
                saved.map(Connection::idempotencyHeader).orElse(""),
                saved.map(Connection::logBodies).orElse(false));
    }

    private static String treatedAs(Connection connection, List<Choice> servers) {
        String environment = connection.environment();
        boolean documented = servers.stream()
                .anyMatch(server -> server.chosen() && server.environment().equals(environment));
        return documented ? "" : environment;
    }

    /// Of the source of tokens, for a text field.
    String of(Function<TokenSource, @Nullable String> part) {
        return tokens.map(part).orElse("");
    }

    boolean fetchesBy(Grant grant) {
        return tokens.filter(source -> source.grant() == grant).isPresent();
    }

    boolean shows(Authentication authentication) {
        return tokens.filter(source -> source.authentication() == authentication)
                .isPresent();
    }

    boolean feeds(String scheme) {
        return tokens.filter(source -> source.scheme().equals(scheme)).isPresent();
    }

    static String number(@Nullable Integer limit) {
        return limit == null ? "" : limit.toString();
    }

    boolean isNew() {
        return name.isEmpty();
    }

    private static String preferred(Provider provider) {
        return provider.servers().stream()
                .filter(server -> server.environment() == Server.Environment.SANDBOX)
                .findFirst()
                .or(() -> provider.servers().stream().findFirst())
                .map(server -> value(server.url()))
                .orElse("");
    }

    private static String value(String url) {
        return url.isEmpty() ? "/" : url;
    }

    private static Choice choice(Server server, boolean chosen) {
        return new Choice(
                value(server.url()),
                server.description(),
                server.environment().name().toLowerCase(Locale.ROOT),
                chosen);
    }

    private static Credential credential(SecurityScheme scheme, Optional<Connection> saved) {
        return new Credential(
                scheme.name(),
                scheme.parameter(),
                scheme.description(),
                hint(scheme.where()),
                scheme.secret(),
                saved.filter(connection -> connection.credentials().contains(scheme.name()))
                        .isPresent(),
                saved.map(Connection::tokens)
                        .filter(source -> source.scheme().equals(scheme.name()))
                        .isPresent());
    }

    private static String hint(SecurityScheme.Where where) {
        return switch (where) {
            case HEADER -> "a header";
            case QUERY -> "a part of the query";
            case COOKIE -> "a cookie";
            case BODY -> "a member of the body";
            case BEARER, OAUTH2 -> "a bearer token; give it without the word Bearer";
            case BASIC -> "user and password; write user:password";
        };
    }
}
