package dev.gangway.explorer;

import java.util.List;

/// A row of a table of fields, ready to show.
///
/// @param anchor what the row is linked to by, unique on its page
/// @param parents the dotted path down to the parent, with the dot that follows; may be empty
/// @param name the last step
/// @param type in words, such as `list of strings`
/// @param required whether a valid request has it
/// @param need such as `Required`, `Optional`, `Required in address`
/// @param description sanitised HTML
/// @param facts what else is known, one short text each
/// @param values the only values; empty when any will do
/// @param marks such as `deprecated`
record FieldRow(
        String anchor,
        String parents,
        String name,
        String type,
        boolean required,
        String need,
        String description,
        List<String> facts,
        List<String> values,
        List<String> marks) {}
