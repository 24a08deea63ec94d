package dev.gangway.openapi;

import java.util.HashMap;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// A document's Markdown as HTML that cannot do anything but be read: of markup in it only the text comes through,
/// an image becomes a link to it, and links lead to http, https and mailto only. Keeps what it has rendered, for
/// documents say the same thing often. For one thread.
final class Markdown {
    private static final int LONGEST = 50_000; // characters

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new SafeUrls())
            .percentEncodeUrls(true)
            .softbreak("\n")
            .build();
    private final Map<String, String> rendered = new HashMap<>();

    /// @return a fragment of HTML; empty for a blank text
    String html(String markdown) {
        if (markdown.isBlank()) {
            return "";
        }
        return rendered.computeIfAbsent(markdown, this::render);
    }

    private String render(String markdown) {
        String bounded = markdown.length() > LONGEST ? markdown.substring(0, LONGEST) + "…" : markdown;
        try {
            Node document = parser.parse(bounded);
            document.accept(new Harmless());
            return renderer.render(document).strip();
        } catch (StackOverflowError nestedTooDeep) {
            return "<p>" + HtmlText.escape(bounded) + "</p>";
        }
    }

    /// Replaces what must not come through, before anything is rendered.
    private static final class Harmless extends AbstractVisitor {
        @Override
        public void visit(Image image) {
            Link link = new Link(image.getDestination(), image.getTitle());
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                link.appendChild(child);
            }
            if (link.getFirstChild() == null) {
                link.appendChild(new org.commonmark.node.Text("image"));
            }
            image.insertAfter(link);
            image.unlink();
            visitChildren(link);
        }

        @Override
        public void visit(HtmlInline inline) {
            inline.unlink();
        }

        @Override
        public void visit(HtmlBlock block) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new org.commonmark.node.Text(HtmlText.of(block.getLiteral())));
            block.insertAfter(paragraph);
            block.unlink();
        }
    }
}
