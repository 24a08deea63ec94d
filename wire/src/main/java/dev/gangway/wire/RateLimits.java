package dev.gangway.wire;

import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.partner.PartnerAccess;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// At most so many requests a minute for each client id and environment, counted in whole minutes on each node.
/// Thread-safe.
final class RateLimits {
    private static final int SECONDS = 60; // of one window

    private record Window(long minute, int used) {}

    private final Clocks clocks;
    private final int sandboxPerMinute;
    private final int productionPerMinute;
    private final Map<String, Window> windows = new ConcurrentHashMap<>(); // one entry per partner and environment

    /// @param sandboxPerMinute 0 for no limit
    /// @param productionPerMinute 0 for no limit
    RateLimits(Clocks clocks, int sandboxPerMinute, int productionPerMinute) {
        this.clocks = clocks;
        this.sandboxPerMinute = sandboxPerMinute;
        this.productionPerMinute = productionPerMinute;
    }

    /// Counts one request.
    ///
    /// @throws PlaidException RATE_LIMIT with the seconds until the next window
    void take(PartnerAccess access) {
        int limit = access.environment() == Environment.SANDBOX ? sandboxPerMinute : productionPerMinute;
        if (limit == 0) {
            return;
        }
        Instant now = clocks.now(access.partner().world());
        long minute = now.getEpochSecond() / SECONDS;
        String key = access.partner().clientId() + access.environment();
        Window window = windows.merge(
                key,
                new Window(minute, 1),
                (old, first) -> old.minute() == minute ? new Window(minute, old.used() + 1) : first);
        if (window.used() > limit) {
            long wait = SECONDS - now.getEpochSecond() % SECONDS;
            throw new PlaidException(PlaidError.RATE_LIMIT, "", Optional.of(wait));
        }
    }
}
