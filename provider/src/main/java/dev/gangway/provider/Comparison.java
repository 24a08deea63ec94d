package dev.gangway.provider;

import static dev.gangway.base.ErrorCode.NOT_FOUND;

import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.openapi.FieldChange;
import dev.gangway.openapi.ModelChanges;
import dev.gangway.provider.VersionChanges.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/// Compares two versions of a provider's document, operation by operation. Only those whose models differ are read.
record Comparison(Handle tx, WorldId world, String provider) {
    private static final OperationStore OPERATIONS = new OperationStore();

    /// @param versions that there are, newest first
    /// @throws ProblemException NOT_FOUND
    VersionChanges of(List<Integer> versions, OptionalInt from, OptionalInt to) {
        int after = to.orElse(versions.getFirst());
        int before = from.orElse(
                versions.stream().filter(number -> number < after).findFirst().orElse(after));
        for (int wanted : new int[] {before, after}) {
            if (!versions.contains(wanted)) {
                throw new ProblemException(NOT_FOUND, provider + " has no version " + wanted);
            }
        }
        return compared(before, after);
    }

    private VersionChanges compared(int before, int after) {
        Map<String, String> old = OPERATIONS.digests(tx, world, provider, before);
        Map<String, String> now = OPERATIONS.digests(tx, world, provider, after);
        List<OperationSummary> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (OperationSummary operation : OPERATIONS.list(tx, world, provider, after)) {
            String digest = old.get(operation.id());
            if (digest == null) {
                added.add(operation);
            } else if (!digest.equals(now.get(operation.id()))) {
                List<FieldChange> fields = fields(operation.id(), before, after);
                if (!fields.isEmpty()) {
                    changed.add(new Changed(operation, fields));
                }
            }
        }
        List<OperationSummary> removed = OPERATIONS.list(tx, world, provider, before).stream()
                .filter(operation -> !now.containsKey(operation.id()))
                .toList();
        return new VersionChanges(before, after, List.copyOf(added), removed, List.copyOf(changed));
    }

    private List<FieldChange> fields(String operation, int before, int after) {
        return ModelChanges.between(
                OPERATIONS.find(tx, world, provider, before, operation).orElseThrow(),
                OPERATIONS.find(tx, world, provider, after, operation).orElseThrow());
    }
}
