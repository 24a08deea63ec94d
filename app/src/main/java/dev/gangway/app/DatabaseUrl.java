package dev.gangway.app;

import dev.gangway.base.Secret;
import dev.gangway.storage.DatabaseConfig;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Reads `postgresql://user:password@host:port/name?options`, also with `postgres:` or `jdbc:postgresql:` before it.
final class DatabaseUrl {
    private DatabaseUrl() {}

    /// @throws ConfigException naming what is missing; the password is never in a message
    static DatabaseConfig parse(String text, int connections) {
        URI url = uri(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        String[] login = url.getRawUserInfo() == null
                ? new String[0]
                : url.getRawUserInfo().split(":", 2);
        if (url.getHost() == null || url.getPath() == null || url.getPath().length() < 2 || login.length < 2) {
            throw new ConfigException("database.url: must be postgresql://user:password@host:5432/name");
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String options = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new DatabaseConfig(
                "jdbc:postgresql://" + url.getHost() + port + url.getPath() + options,
                decoded(login[0]),
                new Secret(decoded(login[1])),
                connections);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new ConfigException("database.url: is not a URL; percent-encode what is special in the password");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
