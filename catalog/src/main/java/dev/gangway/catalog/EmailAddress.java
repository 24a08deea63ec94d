package dev.gangway.catalog;

/// The addresses that people have, not all that RFC 5321 could spell: something, one `@`, a dotted domain.
final class EmailAddress {
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    private static final String REFUSED = "<>()[],;:\\\""; // would make it a list, or need quoting

    private EmailAddress() {}

    static boolean isValid(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && isLocalPart(text, at)
                && HostName.isDomain(text, at + 1, text.length());
    }

    private static boolean isLocalPart(String text, int end) {
        for (int i = 0; i < end; i++) {
            char unit = text.charAt(i);
            if (CleanText.isInvisible(unit) || REFUSED.indexOf(unit) >= 0) {
                return false;
            }
        }
        return true;
    }
}
