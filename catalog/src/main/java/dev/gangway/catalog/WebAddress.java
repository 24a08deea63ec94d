package dev.gangway.catalog;

/// Where a browser can be sent to. Read here and not by `URI`, which takes hosts that no one can reach for something
/// it calls a registry, and refuses international names.
final class WebAddress {
    private static final String REFUSED = "\"<>\\^`{|}*";
    private static final int HIGHEST_PORT = 65_535;

    private WebAddress() {}

    /// `https://example.com/contact`, or without a scheme `example.com/contact`; then the host has to be a domain,
    /// so that no single word passes for one.
    static boolean isValid(String text) {
        int start = afterScheme(text);
        return isPlain(text, start) && isAuthority(text, start, start == 0);
    }

    /// Absolute, without query or fragment; `https://*.example.com/oauth` stands for every host under a domain.
    static boolean isRedirectUri(String text) {
        int scheme = afterScheme(text);
        boolean wildcard = text.startsWith("*.", scheme);
        int start = wildcard ? scheme + 2 : scheme;
        return scheme > 0
                && text.indexOf('?') < 0
                && text.indexOf('#') < 0
                && isPlain(text, start)
                && isAuthority(text, start, wildcard);
    }

    /// Where what follows `http://` or `https://` begins; 0 when the text begins with neither.
    private static int afterScheme(String text) {
        if (text.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return text.regionMatches(true, 0, "http://", 0, 7) ? 7 : 0;
    }

    private static boolean isAuthority(String text, int start, boolean domainOnly) {
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int bracket = Math.max(start, text.lastIndexOf(']', end - 1));
        int colon = text.indexOf(':', bracket, end);
        int hostEnd = colon < 0 ? end : colon;
        if (colon >= 0 && !isPort(text, colon + 1, end)) {
            return false;
        }
        if (domainOnly) {
            return HostName.isDomain(text, start, hostEnd);
        }
        if (text.startsWith("[", start)) {
            return text.charAt(hostEnd - 1) == ']' && IpAddress.isVersion6(text, start + 1, hostEnd - 1);
        }
        return HostName.isValid(text, start, hostEnd) || IpAddress.isVersion4(text, start, hostEnd);
    }

    private static boolean isPort(String text, int start, int end) {
        if (start == end || end - start > 5) {
            return false;
        }
        int port = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            port = 10 * port + digit - '0';
        }
        return port >= 1 && port <= HIGHEST_PORT;
    }

    /// Only what may stand in a URL as it is, and every `%` before two hex digits.
    private static boolean isPlain(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (CleanText.isInvisible(unit) || REFUSED.indexOf(unit) >= 0) {
                return false;
            }
            if (unit == '%' && !(isHex(text, i + 1) && isHex(text, i + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
    }
}
