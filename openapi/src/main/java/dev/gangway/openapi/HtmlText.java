package dev.gangway.openapi;

import java.util.Locale;

/// Text out of markup, and into it.
public final class HtmlText {
    private HtmlText() {}

    /// What there is to read in `markup`: no tags, no comments, nothing of scripts and styles.
    public static String of(String markup) {
        StringBuilder text = new StringBuilder();
        String lower = markup.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < markup.length()) {
            int tag = markup.indexOf('<', at);
            if (tag < 0) {
                text.append(markup, at, markup.length());
                break;
            }
            text.append(markup, at, tag);
            at = end(lower, tag);
        }
        return text.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .strip();
    }

    private static int end(String lower, int tag) {
        if (lower.startsWith("<!--", tag)) {
            return after(lower, "-->", tag);
        }
        for (String silent : new String[] {"script", "style"}) {
            if (lower.startsWith("<" + silent, tag)) {
                return after(lower, "</" + silent + ">", tag);
            }
        }
        return after(lower, ">", tag);
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    /// Text for between tags.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
