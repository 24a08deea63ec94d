package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.EventFilter;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Finds, for runs that listen, the events that they may consume.
final class Hearing {
    private static final EventStore EVENTS = new EventStore();

    private Hearing() {}

    /// What comes of listening, the events being consumed; empty while the run must wait, which is on record then.
    /// The caller has called [EventStore#waits] and locked the run's row, in that order. Called again for a
    /// position that has heard something, it says so again.
    ///
    /// @param isLate whether it waits no longer
    static Optional<Outcome> heard(Handle tx, Claimed run, int position, Subscription subscription, boolean isLate) {
        List<JsonNode> before = EVENTS.heard(tx, run, position);
        if (!before.isEmpty()) {
            return Optional.of(done(before));
        }
        Optional<Map<Long, JsonNode>> found = found(tx, run, subscription);
        if (found.isPresent()) {
            EVENTS.consume(tx, run, position, found.get().keySet());
            return Optional.of(done(List.copyOf(found.get().values())));
        }
        if (isLate) {
            return Optional.of(Outcome.LATE);
        }
        EVENTS.awaits(tx, run, Json.text(subscription));
        return Optional.empty();
    }

    private static Outcome done(List<JsonNode> events) {
        return new Outcome.Done(Json.array().addAll(events));
    }

    /// Looks through all events of its types, and remembers those that may do.
    private static Optional<Map<Long, JsonNode>> found(Handle tx, Claimed run, Subscription subscription) {
        Set<String> types = types(subscription);
        Map<Long, JsonNode> candidates = new LinkedHashMap<>();
        long after = 0;
        while (true) {
            Map<Long, JsonNode> page = EVENTS.waiting(tx, run, types, after);
            for (Map.Entry<Long, JsonNode> event : page.entrySet()) {
                after = event.getKey();
                if (subscription.filters().stream().anyMatch(filter -> filter.matches(event.getValue()))) {
                    candidates.put(event.getKey(), event.getValue());
                }
            }
            Optional<Map<Long, JsonNode>> satisfied = subscription.satisfied(candidates);
            if (satisfied.isPresent() || page.size() < EventStore.PAGE) {
                return satisfied;
            }
        }
    }

    /// Empty when one filter takes any.
    private static Set<String> types(Subscription subscription) {
        Set<String> types = new TreeSet<>();
        for (EventFilter filter : subscription.filters()) {
            if (!filter.attributes().containsKey("type")) {
                return Set.of();
            }
            types.add(filter.type());
        }
        return types;
    }
}
