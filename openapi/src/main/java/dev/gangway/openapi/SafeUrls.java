package dev.gangway.openapi;

import java.util.Locale;
import org.commonmark.renderer.html.UrlSanitizer;

/// Where a link in a document's text may lead.
final class SafeUrls implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
        return isSafe(url) || url.startsWith("#") ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return "";
    }

    /// Whether it is absolute, and its scheme one that only shows something.
    static boolean isSafe(String url) {
        String lower = url.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
    }

    /// `url` where it is an http or https one, else empty.
    static String web(String url) {
        return isSafe(url) && !url.strip().toLowerCase(Locale.ROOT).startsWith("mailto:") ? url.strip() : "";
    }
}
