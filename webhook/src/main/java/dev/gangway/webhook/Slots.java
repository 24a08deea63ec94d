package dev.gangway.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many deliveries a node has under way, in all and per endpoint. Thread-safe.
final class Slots {
    private final int inAll;
    private final int perEndpoint;
    private final Map<String, Integer> taken = new HashMap<>();
    private int takenInAll;

    Slots(int inAll, int perEndpoint) {
        this.inAll = inAll;
        this.perEndpoint = perEndpoint;
    }

    /// How many may begin now, whatever their endpoint.
    synchronized int free() {
        return inAll - takenInAll;
    }

    /// How many may begin now for `endpoint`.
    synchronized int free(String endpoint) {
        return Math.min(inAll - takenInAll, perEndpoint - taken.getOrDefault(endpoint, 0));
    }

    /// The endpoints that have all they may.
    synchronized List<String> full() {
        return taken.keySet().stream()
                .filter(endpoint -> taken.getOrDefault(endpoint, 0) >= perEndpoint)
                .toList();
    }

    synchronized void take(String endpoint) {
        taken.merge(endpoint, 1, Integer::sum);
        takenInAll++;
    }

    synchronized void giveBack(String endpoint) {
        taken.computeIfPresent(endpoint, (_, count) -> count == 1 ? null : count - 1);
        takenInAll--;
    }
}
