package dev.gangway.lifecycle;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the host from a website, which may be an absolute URL (`https://www.Example.com:8443/about`) or a bare
/// host (`example.com`), and spells it in one way: ASCII (IDNA), lower case, without port, `www.` or the root's dot.
final class WebsiteHost {
    private static final Pattern WEBSITE = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]*://)?+" // scheme
                    + "(?:[^/?#@\\\\]*@)?+" // user, which is no part of who it is
                    + "(\\[[0-9A-Fa-f:.]+]|[^/?#@:\\\\\\s\\[\\]]+)" // host
                    + "(?::[0-9]*)?" // port
                    + "(?:[/?#\\\\].*)?"); // path, query, fragment
    private static final String WWW = "www.";

    private WebsiteHost() {}

    /// Empty when no host can be read.
    static Optional<String> of(String website) {
        Matcher matcher = WEBSITE.matcher(website.strip());
        return matcher.matches() ? ascii(matcher.group(1)).map(WebsiteHost::bare) : Optional.empty();
    }

    private static Optional<String> ascii(String host) {
        try {
            return Optional.of(IDN.toASCII(host).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAHost) { // a label that is empty or longer than 63 characters
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        String rooted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean hasWww = rooted.startsWith(WWW) && rooted.indexOf('.', WWW.length()) > 0; // www.com is a site
        return hasWww ? rooted.substring(WWW.length()) : rooted;
    }
}
