package dev.gangway.catalog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a walk through a body is. Only a finding pays for the name of the place.
final class Trail {
    private static final int DEPTH_COMMON = 8;

    // A step is a member's name or, where that is null, an element's index.
    private @Nullable String[] names = new @Nullable String[DEPTH_COMMON];
    private int[] indices = new int[DEPTH_COMMON];
    private int depth;

    void enter(String member) {
        step(member, 0);
    }

    void enter(int index) {
        step(null, index);
    }

    void leave() {
        depth--;
    }

    /// Such as `contacts[2].email`; `body` for the whole.
    String place() {
        return depth == 0 ? "body" : dotted().toString();
    }

    /// The place of a member of where the walk is.
    String place(String member) {
        StringBuilder dotted = dotted();
        return dotted.append(depth == 0 ? "" : ".")
                .append(CleanText.printable(member))
                .toString();
    }

    private StringBuilder dotted() {
        StringBuilder dotted = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            String name = names[i];
            if (name == null) {
                dotted.append('[').append(indices[i]).append(']');
            } else {
                dotted.append(i == 0 ? "" : ".").append(CleanText.printable(name));
            }
        }
        return dotted;
    }

    private void step(@Nullable String name, int index) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, 2 * depth);
            indices = Arrays.copyOf(indices, 2 * depth);
        }
        names[depth] = name;
        indices[depth++] = index;
    }
}
