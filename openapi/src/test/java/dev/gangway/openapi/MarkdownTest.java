package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarkdownTest {
    private final Markdown markdown = new Markdown();

    @Test
    void is_html() {
        assertThat(markdown.html("A **b** `c` [d](https://example.com/?a=1&b=2)"))
                .isEqualTo("<p>A <strong>b</strong> <code>c</code> "
                        + "<a rel=\"nofollow\" href=\"https://example.com/?a=1&amp;b=2\">d</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "text <script>alert(1)</script> text",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<div onclick=\"alert(1)\">\n\n<b>x</b>\n\n</div>",
                "<svg/onload=alert(1)>",
                "<iframe src=//evil.example></iframe>",
                "<!-- --><style>*{}</style>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "![x](https://evil.example/pixel.png)",
                "![x](javascript:alert(1))",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "`<script>`",
                "```html\" onmouseover=alert(1)\n<script>\n```",
                "[x](https://example.com \"\\\" onmouseover=alert(1) x=\\\"\")",
                "&lt;script&gt;alert(1)&lt;/script&gt;"
            })
    void does_nothing_but_be_read(String hostile) {
        String html = markdown.html(hostile);
        assertThat(html.replaceAll(
                        "</?(p|strong|em|code|pre|ul|ol|li|h[1-6]|blockquote|hr|br)( /)?>"
                                + "|<a rel=\"nofollow\" href=\"((https?://|mailto:)[^\"<>]*|#[^\"<>]*|)\"( title=\"[^\"<>]*\")?>|</a>"
                                + "|<code class=\"language-[^\"<>]*\">",
                        ""))
                .as(html)
                .doesNotContain("<");
    }

    @Test
    void shows_the_text_of_markup() {
        assertThat(markdown.html("<p>Hello <b>there</b> &amp; you</p>")).isEqualTo("<p>Hello there &amp; you</p>");
    }

    @Test
    void nested_without_end_is_shown_as_text() {
        assertThat(markdown.html(">".repeat(40_000) + "x")).isNotEmpty();
        assertThat(markdown.html("[".repeat(40_000))).isNotEmpty();
        assertThat(markdown.html("*a _b ".repeat(8_000))).isNotEmpty();
    }
}
