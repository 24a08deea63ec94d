package dev.gangway.egress;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Tells plain host names from disguised addresses. `127.1`, `0x7f000001`, `017700000001` and `2130706433` are
/// all 127.0.0.1 to one library or another; where two libraries read differently, checks are passed by.
final class HostName {
    private static final Pattern LABELS =
            Pattern.compile("(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)");
    private static final Pattern DOTTED_QUAD =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final int LONGEST = 253; // characters, RFC 1035

    private HostName() {}

    /// Whether `host`, as a URL writes it, means the same to everyone.
    static boolean isPlain(String host) {
        if (host.startsWith("[")) {
            return isAddress(withoutBrackets(host));
        }
        boolean name = host.length() <= LONGEST && LABELS.matcher(host).matches();
        return name
                && (!ENDS_IN_A_NUMBER.matcher(host).matches()
                        || DOTTED_QUAD.matcher(host).matches());
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isAddress(String literal) {
        if (literal.indexOf('%') >= 0) { // a zone of this machine
            return false;
        }
        try {
            return !InetAddress.ofLiteral(literal).getHostAddress().isEmpty();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
