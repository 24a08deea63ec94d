package dev.gangway.desk;

import dev.gangway.access.AccessToken;
import dev.gangway.base.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of the access tokens that were not revoked, newest first.
///
/// @param connections the names of all connections
record TokensPage(Page<AccessToken> tokens, List<String> connections) {
    Optional<String> more() {
        return Optional.ofNullable(tokens.next()).map(cursor -> Tab.TOKENS + "?after=" + cursor);
    }

    /// What a token may do, in words.
    static String reach(AccessToken token) {
        return switch (token.scope()) {
            case FULL -> "Everything";
            case READ_ONLY -> "Look, and change nothing";
            case GATEWAY -> gateway(token);
        };
    }

    private static String gateway(AccessToken token) {
        List<String> words = new ArrayList<>(List.of("Call through the gateway"));
        if (!token.connections().isEmpty()) {
            words.add("with " + String.join(", ", token.connections()));
        }
        if (!token.operations().isEmpty()) {
            words.add("only " + String.join(", ", token.operations()));
        }
        return String.join(" ", words);
    }
}
