package dev.gangway.sdk;

import java.util.ArrayList;
import java.util.List;

/// Descriptions as comments: sanitised HTML becomes lines of text.
final class Comment {
    private static final int WIDTH = 110; // columns
    private static final int LONGEST = 600; // characters: editors show them in a small window

    private Comment() {}

    /// The text of HTML on one line, cut at a word when it is long.
    static String text(String html) {
        String text = html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&nbsp;", " ")
                .replaceAll("&#(\\d{2,3});", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .replaceAll(" ([.,;:])(?= |$)", "$1")
                .strip();
        return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf(' ', LONGEST)) + " …";
    }

    /// A `/** … */` before what it describes; empty without anything to say.
    ///
    /// @param lines each a paragraph or a tag
    static String block(String margin, List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                wrap(line.replace("*/", "*\\/"), WIDTH - margin.length(), wrapped);
            }
        }
        if (wrapped.isEmpty()) {
            return "";
        }
        if (wrapped.size() == 1) {
            return margin + "/** " + wrapped.getFirst() + " */\n";
        }
        return margin + "/**\n" + margin + " * " + String.join("\n" + margin + " * ", wrapped) + "\n" + margin
                + " */\n";
    }

    private static void wrap(String text, int width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }
}
