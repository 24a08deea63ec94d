package dev.gangway.catalog;

/// Addresses of the Internet Protocol, as RFC 4291 and the dotted quad spell them. Read here and not by
/// `InetAddress`, which takes `1` and `127.1` for addresses and asks the name service about the rest. All methods
/// look at the part of `text` from `start` to before `end`.
final class IpAddress {
    private static final int GROUPS = 8;
    private static final int MALFORMED = GROUPS + 1;

    private IpAddress() {}

    static boolean isValid(String text) {
        return isVersion4(text, 0, text.length()) || isVersion6(text, 0, text.length());
    }

    /// Four decimal numbers up to 255, none with a leading zero, which some read as octal.
    static boolean isVersion4(String text, int start, int end) {
        int numbers = 0;
        int at = start;
        while (at <= end && numbers < 4) {
            int dot = next(text, '.', at, end);
            if (!isByte(text, at, dot)) {
                return false;
            }
            numbers++;
            at = dot + 1;
        }
        return numbers == 4 && at == end + 1;
    }

    /// Eight groups of hex digits, of which `::` may stand for one or more; the last two may be a dotted quad. No
    /// zone, which means something on one machine only.
    static boolean isVersion6(String text, int start, int end) {
        int gap = text.indexOf("::", start);
        if (gap < 0 || gap + 2 > end) {
            return groups(text, start, end, true) == GROUPS;
        }
        int before = gap == start ? 0 : groups(text, start, gap, false);
        int after = gap + 2 == end ? 0 : groups(text, gap + 2, end, true);
        return before + after < GROUPS;
    }

    private static int groups(String text, int start, int end, boolean mayEndDotted) {
        int count = 0;
        for (int at = start; at <= end && count <= GROUPS; count++) {
            int colon = next(text, ':', at, end);
            if (mayEndDotted && colon == end && isVersion4(text, at, end)) {
                return count + 2;
            }
            if (colon == at || colon - at > 4 || !isNumber(text, at, colon, 16)) {
                return MALFORMED;
            }
            at = colon + 1;
        }
        return count;
    }

    private static boolean isByte(String text, int start, int end) {
        int digits = end - start;
        if (digits < 1 || digits > 3 || !isNumber(text, start, end, 10)) {
            return false;
        }
        return digits == 1 || (text.charAt(start) != '0' && Integer.parseInt(text, start, end, 10) <= 255);
    }

    private static boolean isNumber(String text, int start, int end, int radix) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int next(String text, char separator, int start, int end) {
        int at = text.indexOf(separator, start, end);
        return at < 0 ? end : at;
    }
}
