package dev.gangway.web;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Markup that is safe to send: what came from elsewhere has been escaped on its way in.
///
/// @param markup HTML
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /// Fills a template of ours.
    ///
    /// @param template HTML with a `%s` for each value; `%%` is a percent sign
    /// @param values markup goes in as it is, everything else as text
    static Html of(String template, Object... values) {
        Object[] safe = Stream.of(values)
                .map(value -> value instanceof Html html ? html.markup() : escape(String.valueOf(value)))
                .toArray();
        return new Html(template.formatted(safe));
    }

    /// The markup of every item, one after the other.
    static <T> Html each(Collection<T> items, Function<T, Html> markup) {
        return new Html(items.stream().map(markup).map(Html::markup).collect(Collectors.joining()));
    }

    /// Text for between tags or in a quoted attribute.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// What a heading is linked to by, such as `partner_error` for `PARTNER_ERROR`.
    static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
