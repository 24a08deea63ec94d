package dev.gangway.journal;

import dev.gangway.workflow.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One position of a run's journal.
///
/// @param asked hash of path, kind and arguments
/// @param outcome JSON; null for a call that began, and of which nobody knows how it ended
public record Recorded(
        String path, String kind, String asked, @Nullable String outcome) {
    /// Why a call at `position` is not the one on record; empty when it is.
    ///
    /// @param arguments JSON
    public Optional<String> difference(int position, String path, String kind, String arguments) {
        return asked.equals(Texts.hash(path, kind, arguments))
                ? Optional.empty()
                : Optional.of("Position %d of the journal is %s at %s; the definition now asks for %s at %s with %s"
                        .formatted(position, this.kind, this.path, kind, path, arguments));
    }
}
