package dev.gangway.studio;

import dev.gangway.journal.SavedDefinition;
import java.util.List;

/// All workflows, by name.
record WorkflowsPage(List<SavedDefinition> workflows) {
    private static final int SHORT = 8; // characters of a digest that people read

    static String brief(String version) {
        return version.substring(0, SHORT);
    }
}
