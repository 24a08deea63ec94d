package dev.gangway.web;

import dev.gangway.base.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What all pages have in common: head, navigation and the headers that keep others out of them.
final class Layout {
    private static final Map<String, String> PROTECTION = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer"); // the address of a sign-in page is a credential

    private Layout() {}

    static Answer page(int status, String title, Html main) {
        Answer answer = Answer.bytes(
                status,
                "text/html; charset=utf-8",
                document(title, main).markup().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : PROTECTION.entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Html document(String title, Html main) {
        return Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Gangway</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                <a class="skip" href="#main">Skip to the content</a>
                <header>
                <a class="name" href="/">Gangway</a>
                <nav aria-label="Main"><a href="/docs">Reference</a> <a href="/docs/errors">Errors</a></nav>
                </header>
                <main id="main" tabindex="-1">
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """, title, Stylesheet.PATH, title, main);
    }
}
