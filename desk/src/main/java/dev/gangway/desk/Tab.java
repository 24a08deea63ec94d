package dev.gangway.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link of the second line of navigation.
///
/// @param current `page` for where we are, else null, which leaves the attribute out
record Tab(String path, String name, @Nullable String current) {
    static final String CONNECTIONS = Desk.PATH;
    static final String TOKENS = "/tokens";
    static final String CALLS = "/calls";
    static final String PROVIDERS = "/providers";
    static final String TRIGGERS = "/triggers";

    static List<Tab> all(String section) {
        return List.of(
                of(CONNECTIONS, "Connections", section),
                of(TOKENS, "Access tokens", section),
                of(CALLS, "Calls", section),
                of(PROVIDERS, "Providers", section),
                of(TRIGGERS, "Triggers", section));
    }

    private static Tab of(String path, String name, String section) {
        return new Tab(path, name, path.equals(section) ? "page" : null);
    }
}
