package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Function;

/// One column of a [Table].
///
/// @param title in capitals
/// @param value what a row shows there
record Column(String title, Function<JsonNode, String> value) {
    /// Shows a member under its own name, such as `created_at` under CREATED AT.
    static Column column(String member) {
        return column(member.replace('_', ' '), member);
    }

    /// Shows a member under a name that fits better.
    static Column column(String title, String member) {
        return new Column(title.toUpperCase(Locale.ROOT), row -> Cell.text(row.path(member)));
    }

    /// Shows the names in an object and leaves out what they stand for.
    static Column names(String title, String member) {
        return new Column(title.toUpperCase(Locale.ROOT), row -> {
            String names =
                    String.join(", ", (Iterable<String>) () -> row.path(member).fieldNames());
            return names.isEmpty() ? Cell.NOTHING : names;
        });
    }
}
