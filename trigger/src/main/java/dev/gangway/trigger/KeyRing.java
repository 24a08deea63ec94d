package dev.gangway.trigger;

import static dev.gangway.base.ErrorCode.NOT_READY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Clocks;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Verification keys of senders, remembered for a while. Anybody can send tokens that name keys which nobody has, so
/// only so many are looked up in a minute. Thread-safe.
final class KeyRing {
    private static final Duration REMEMBERED = Duration.ofMinutes(10); // a retired key is refused from then on
    private static final int MOST_KEPT = 1_000;
    private static final int MOST_UNKNOWN = 30; // looked up in a minute, over all senders

    private final Senders senders;
    private final Clocks clocks;
    private final Map<Name, Known> keys = new ConcurrentHashMap<>();
    private final AtomicReference<Misses> misses = new AtomicReference<>(new Misses(0, 0));

    KeyRing(Senders senders, Clocks clocks) {
        this.senders = senders;
        this.clocks = clocks;
    }

    private record Name(WorldId world, String connection, String id) {}

    private record Known(JsonNode key, Instant until) {}

    private record Misses(long minute, int count) {}

    /// @throws Unproven when the sender knows no such key
    /// @throws ProblemException NOT_READY when it cannot be asked now
    JsonNode key(WorldId world, String connection, String id) throws Unproven {
        Instant now = clocks.now(world);
        Name name = new Name(world, connection, id);
        Known known = keys.get(name);
        if (known != null && known.until().isAfter(now)) {
            return known.key();
        }
        if (known == null) { // one that is known is only looked at again
            refuseFlood(now);
        }
        JsonNode found = senders.key(world, connection, id).orElse(null);
        if (found == null) {
            throw new Unproven("The sender knows no key of that id.");
        }
        if (keys.size() >= MOST_KEPT) {
            keys.clear();
        }
        keys.put(name, new Known(found, now.plus(REMEMBERED)));
        return found;
    }

    private void refuseFlood(Instant now) {
        long minute = now.getEpochSecond() / 60;
        Misses counted = misses.updateAndGet(
                before -> before.minute() == minute ? new Misses(minute, before.count() + 1) : new Misses(minute, 1));
        if (counted.count() > MOST_UNKNOWN) {
            throw new ProblemException(NOT_READY, "too many unknown keys were named; try again in a minute");
        }
    }
}
