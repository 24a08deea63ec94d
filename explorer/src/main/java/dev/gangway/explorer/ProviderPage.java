package dev.gangway.explorer;

import dev.gangway.openapi.Server;
import dev.gangway.provider.OperationSummary;
import dev.gangway.provider.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All operations of a provider, under their headings.
record ProviderPage(Provider provider, List<Group> groups) {
    /// @param anchor what the heading is linked to by
    record Group(String name, String anchor, List<OperationSummary> operations) {}

    static ProviderPage of(Provider provider, List<OperationSummary> operations) {
        Map<String, List<OperationSummary>> byName = new LinkedHashMap<>();
        for (OperationSummary operation : operations) {
            byName.computeIfAbsent(operation.group(), _ -> new ArrayList<>()).add(operation);
        }
        List<Group> groups = new ArrayList<>();
        byName.forEach((name, listed) -> groups.add(new Group(name, "group-" + groups.size(), listed)));
        return new ProviderPage(provider, groups);
    }

    /// The word of an environment, as style sheets know it.
    static String word(Server.Environment environment) {
        return environment.name().toLowerCase(Locale.ROOT);
    }
}
