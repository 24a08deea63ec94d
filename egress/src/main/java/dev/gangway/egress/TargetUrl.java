package dev.gangway.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A URL that may be called, if its host's address may: http or https, a plain host, no user name, no fragment.
///
/// @param encrypted whether it is https
/// @param host a DNS name or an IP address in its usual notation; IPv6 without brackets
/// @param port as written, or else the scheme's own
/// @param authority `host` or `host:port`, as the `Host` header wants it
/// @param resource path and query, as the request line wants them
public record TargetUrl(boolean encrypted, String host, int port, String authority, String resource) {
    private static final int LONGEST = 2_000; // characters

    /// @throws IllegalArgumentException whose message says which rule the text breaks
    public static TargetUrl parse(String text) {
        refuseIf(text.length() > LONGEST, "at most " + LONGEST + " characters");
        URI uri = uri(text);
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        refuseIf(!scheme.equals("https") && !scheme.equals("http"), "must start with https:// or http://");
        refuseIf(uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0, "must not hold a user name");
        refuseIf(uri.getRawFragment() != null, "must not hold a fragment (#)");
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        refuseIf(!HostName.isPlain(host), "the host must be a DNS name or an IP address in its usual notation");
        refuseIf(uri.getPort() == 0 || uri.getPort() > 65_535, "the port must be 1 to 65535");
        boolean encrypted = scheme.equals("https");
        int port = uri.getPort() == -1 ? encrypted ? 443 : 80 : uri.getPort();
        String authority = uri.getPort() == -1 ? host : host + ":" + port;
        return new TargetUrl(encrypted, HostName.withoutBrackets(host), port, authority, resource(uri));
    }

    private static URI uri(String text) {
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("is not a URL: " + malformed.getReason(), malformed);
        }
    }

    private static String resource(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(given -> !given.isEmpty())
                .orElse("/");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static void refuseIf(boolean broken, String rule) {
        if (broken) {
            throw new IllegalArgumentException(rule);
        }
    }
}
