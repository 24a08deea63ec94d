package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a connection is to fetch its access tokens.
final class TokenOptions {
    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Fetch access tokens at this endpoint (OAuth 2.0), with the options below.")
    private @Nullable String url;

    @Option(names = "--token-client-id", paramLabel = "ID", description = "As whom.")
    private @Nullable String clientId;

    @Option(names = "--token-client-secret", paramLabel = "SECRET", description = "Or @VARIABLE.")
    private @Nullable String clientSecret;

    @Option(
            names = "--token-refresh-token",
            paramLabel = "TOKEN",
            description = "Or @VARIABLE. Asks with it instead of with the client's credentials.")
    private @Nullable String refreshToken;

    @Option(names = "--token-scope", paramLabel = "SCOPE", description = "What to ask for, separated by spaces.")
    private @Nullable String scope;

    @Option(names = "--token-scheme", paramLabel = "NAME", description = "Whose value it is, where there are several.")
    private @Nullable String scheme;

    @Option(
            names = "--token-authentication",
            paramLabel = "WHERE",
            description = "Where the secret stands: basic (the header, unless given) or body.")
    private @Nullable String authentication;

    /// As the admin API takes them; null when none is given.
    ///
    /// @param secret makes a secret of what was typed
    @Nullable
    ObjectNode members(UnaryOperator<String> secret) {
        ObjectNode members = JsonText.object();
        JsonText.put(members, "url", url);
        JsonText.put(members, "client_id", clientId);
        JsonText.put(members, "client_secret", clientSecret == null ? null : secret.apply(clientSecret));
        JsonText.put(members, "refresh_token", refreshToken == null ? null : secret.apply(refreshToken));
        JsonText.put(members, "grant", refreshToken == null ? null : "refresh_token");
        JsonText.put(members, "scope", scope);
        JsonText.put(members, "scheme", scheme);
        JsonText.put(members, "authentication", authentication);
        return members.isEmpty() ? null : members;
    }
}
