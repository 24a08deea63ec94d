package dev.gangway.studio;

import dev.gangway.journal.SavedDefinition;
import gg.jte.Content;
import java.util.List;

/// A definition's text, to read and to change.
///
/// @param name of the workflow; empty for one that is not saved yet
/// @param shown which version the text is; empty for none
/// @param picture of the definition, when it is a good one
/// @param versions all that were saved, newest first
record EditorPage(String name, String shown, String text, Content picture, List<SavedDefinition> versions) {
    String title() {
        return name.isEmpty() ? "New workflow" : name;
    }

    boolean isSaved() {
        return !name.isEmpty();
    }

    /// Whether an older version is shown than the newest.
    boolean isOld() {
        return isSaved() && !versions.getFirst().version().equals(shown);
    }
}
