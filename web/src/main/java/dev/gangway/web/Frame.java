package dev.gangway.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page's surroundings, ready for the template.
///
/// @param sheets paths of style sheets
/// @param modules paths of scripts
record Frame(View view, boolean signedIn, List<String> sheets, List<String> modules, List<Link> links) {

    /// @param current `page` for where we are, else null, which leaves the attribute out
    record Link(String path, String name, @Nullable String current) {}
}
