package dev.gangway.desk;

import dev.gangway.provider.VersionChanges;

/// What one version of a provider's document changed.
record ChangesPage(String provider, VersionChanges changes) {
    boolean isNothing() {
        return changes.added().isEmpty()
                && changes.removed().isEmpty()
                && changes.changed().isEmpty();
    }
}
