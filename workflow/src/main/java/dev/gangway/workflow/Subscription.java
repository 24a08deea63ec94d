package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a listening task waits for: any one of the filters, or all of them, an event each.
///
/// @param all whether each filter must be met
public record Subscription(boolean all, List<EventFilter> filters) {
    /// The events that satisfy this, by the numbers under which `buffered` has them; empty while some are missing.
    /// Of two that would do, the earlier is taken.
    ///
    /// @param buffered events not yet consumed, by number, in the order in which they came
    public Optional<Map<Long, JsonNode>> satisfied(Map<Long, JsonNode> buffered) {
        Map<Long, JsonNode> taken = new LinkedHashMap<>();
        Set<EventFilter> open = new HashSet<>(filters);
        for (Map.Entry<Long, JsonNode> event : buffered.entrySet()) {
            Optional<EventFilter> met = filters.stream()
                    .filter(open::contains)
                    .filter(filter -> filter.matches(event.getValue()))
                    .findFirst();
            if (met.isPresent()) {
                taken.put(event.getKey(), event.getValue());
                open.remove(met.get());
                if (!all || open.isEmpty()) {
                    return Optional.of(taken);
                }
            }
        }
        return Optional.empty();
    }
}
