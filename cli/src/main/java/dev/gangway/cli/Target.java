package dev.gangway.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which server to call, and as whom.
///
/// @param url scheme, host and perhaps port and path, such as `http://127.0.0.1:8700`; no slash at its end
/// @param token the access token; never printed
record Target(URI url, String token) {
    private static final String LOCAL = "http://127.0.0.1:8700";
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    Target {
        if (!TOKEN.matcher(token).matches()) {
            throw new Unknown("the access token holds characters that no token has");
        }
    }

    /// Why there is no target. The reason tells what to do about it.
    static final class Unknown extends RuntimeException {
        private Unknown(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /// The first that is known of: the options, the environment, the demo.env that a first start wrote.
    /// The token of demo.env goes to the server that demo.env names and to no other.
    ///
    /// @throws Unknown when something is missing or makes no sense
    static Target of(@Nullable String url, @Nullable String token, Map<String, String> environment) {
        Path file = home(environment).resolve("demo.env");
        String givenUrl = url != null ? url : environment.get("GANGWAY_URL");
        String givenToken = token != null ? token : environment.get("GANGWAY_TOKEN");
        if (givenUrl != null && givenToken != null) {
            return new Target(server(givenUrl), givenToken);
        }
        Map<String, String> demo = read(file);
        String demoUrl = demo.getOrDefault("GANGWAY_URL", LOCAL);
        URI server = server(givenUrl != null ? givenUrl : demoUrl);
        if (givenToken != null) {
            return new Target(server, givenToken);
        }
        String demoToken = demo.get("GANGWAY_TOKEN");
        if (demoToken == null) {
            throw new Unknown(
                    "no access token: set GANGWAY_TOKEN, pass --token, or let the first `gangway up` write " + file);
        }
        if (!server.equals(server(demoUrl))) {
            throw new Unknown("no access token for " + server + ": set GANGWAY_TOKEN or pass --token (the one in "
                    + file + " is for " + demoUrl + ")");
        }
        return new Target(server, demoToken);
    }

    /// The address of `pathAndQuery` on this server.
    URI resolve(String pathAndQuery) {
        return URI.create(url + pathAndQuery);
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("GANGWAY_HOME", "~/.gangway");
        String user = environment.getOrDefault("HOME", ".");
        return Path.of(home.startsWith("~") ? user + home.substring(1) : home);
    }

    private static Map<String, String> read(Path file) {
        try {
            return EnvFile.read(file);
        } catch (EnvFile.Exposed exposed) {
            throw new Unknown(file + " can be read by others: chmod 600 it, then create a new token");
        } catch (IOException unreadable) {
            throw new Unknown("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private static URI server(String url) {
        try {
            URI server = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            if (web && server.getHost() != null && server.getRawQuery() == null && server.getRawUserInfo() == null) {
                return server;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, like an address of another kind
        }
        throw new Unknown("not an address of a server: " + url + " (expected something like " + LOCAL + ")");
    }

    @Override
    public String toString() {
        return "Target[" + url + ", ***]";
    }
}
