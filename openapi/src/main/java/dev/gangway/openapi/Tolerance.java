package dev.gangway.openapi;

import dev.gangway.openapi.Api.Tolerated;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects what had to be passed over. Says each thing once, and no more than people would read.
final class Tolerance {
    private static final int MOST = 1_000;

    private final Set<Tolerated> said = new HashSet<>();
    private final List<Tolerated> list = new ArrayList<>();

    /// @param pointer a JSON pointer with `#`
    void note(String pointer, String what) {
        Tolerated one = new Tolerated(pointer, what);
        if (list.size() < MOST && said.add(one)) {
            list.add(one);
            if (list.size() == MOST) {
                list.add(new Tolerated("#", "There is more of this kind; only the first " + MOST + " are listed."));
            }
        }
    }

    List<Tolerated> list() {
        return List.copyOf(list);
    }
}
