package dev.gangway.web;

import java.util.List;

/// What a page says of itself to the frame around it.
///
/// @param title text, without the product's name
/// @param section the path of the main navigation's link that this page belongs to; may be empty
/// @param width how wide it may grow
/// @param sheets names of style sheets beside the design system
/// @param modules names of scripts
/// @param query what was searched for, to stay in the search field
/// @param reachesElsewhere whether its scripts may call servers other than this one
public record View(
        String title,
        String section,
        Width width,
        List<String> sheets,
        List<String> modules,
        String query,
        boolean reachesElsewhere) {
    /// A page of text.
    public static View text(String title, String section) {
        return new View(title, section, Width.TEXT, List.of(), List.of(), "", false);
    }

    /// `TEXT` keeps lines short enough to read; `WIDE` is for tables and for what stands side by side.
    public enum Width {
        TEXT("text"),
        WIDE("wide");

        private final String word;

        Width(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
