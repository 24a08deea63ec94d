package dev.gangway.keyring;

import dev.gangway.storage.Database;
import dev.gangway.storage.SealedColumn;
import dev.gangway.storage.VaultKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts what each key of the vault seals.
record Report(Database database, List<SealedColumn> columns) {
    private record Count(SealedColumn column, long values) {}

    /// Oldest first, then those that values name and nobody has.
    List<VaultKey> of(VaultKeys.Names names) {
        Map<String, List<Count>> counts = counts();
        Set<String> all = new LinkedHashSet<>(names.all());
        all.addAll(counts.keySet());
        return all.stream()
                .map(name -> key(name, state(name, names), counts.getOrDefault(name, List.of())))
                .toList();
    }

    private Map<String, List<Count>> counts() {
        Map<String, List<Count>> counts = new TreeMap<>();
        for (SealedColumn column : columns) {
            database.read(column::perKey)
                    .forEach((key, values) ->
                            counts.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Count(column, values)));
        }
        return counts;
    }

    private static KeyState state(String name, VaultKeys.Names names) {
        if (!names.all().contains(name)) {
            return KeyState.MISSING;
        }
        if (name.equals(names.primary())) {
            return KeyState.SEALING;
        }
        return names.prepared() && name.equals(names.all().getLast()) ? KeyState.PREPARED : KeyState.OPENING;
    }

    private static VaultKey key(String name, KeyState state, List<Count> counts) {
        return new VaultKey(
                name,
                state,
                sum(counts, true),
                sum(counts, false),
                counts.stream()
                        .map(count -> new VaultKey.Place(count.column().table(), count.values()))
                        .toList());
    }

    private static long sum(List<Count> counts, boolean lasting) {
        return counts.stream()
                .filter(count -> count.column().lasting() == lasting)
                .mapToLong(Count::values)
                .sum();
    }
}
