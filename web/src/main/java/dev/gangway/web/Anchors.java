package dev.gangway.web;

import java.util.Locale;

/// What headings are linked to by.
final class Anchors {
    private Anchors() {}

    /// Such as `partner_error` for `PARTNER_ERROR`.
    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
