package dev.gangway.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;

/// Collects what is wrong with one definition.
final class Flaws {
    private static final int MOST = 100;

    private final Map<String, Mark> places;
    private final List<Flaw> found = new ArrayList<>();

    Flaws(Map<String, Mark> places) {
        this.places = places;
    }

    /// @param pointer the place; where the text has none, the nearest that holds it
    void add(String pointer, String message) {
        if (found.size() >= MOST) {
            return;
        }
        String nearest = pointer;
        while (!places.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = Pointers.parent(nearest);
        }
        Mark mark = places.get(nearest);
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        found.add(new Flaw(line, column, pointer, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Flaw> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(Flaw::line).thenComparingInt(Flaw::column))
                .toList();
    }
}
