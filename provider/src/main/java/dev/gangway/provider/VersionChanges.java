package dev.gangway.provider;

import dev.gangway.openapi.FieldChange;
import java.util.List;

/// What differs between two versions of a provider's document.
///
/// @param from the same as `to` when there is nothing to compare with
/// @param changed operations that are in both, and not the same for those who call them
public record VersionChanges(
        int from, int to, List<OperationSummary> added, List<OperationSummary> removed, List<Changed> changed) {
    /// @param fields at least one
    public record Changed(OperationSummary operation, List<FieldChange> fields) {
        public boolean isBreaking() {
            return fields.stream().anyMatch(FieldChange::breaking);
        }
    }
}
