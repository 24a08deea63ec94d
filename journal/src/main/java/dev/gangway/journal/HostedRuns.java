package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs that go on elsewhere: lets their host know when they have something to look at, and asks it how they stand.
final class HostedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(HostedRuns.class);
    private static final int AT_ONCE = 100; // runs
    private static final Duration AGAIN = Duration.ofSeconds(2); // when the host could not be told

    private final Engine engine;
    private final Host host;
    private final Supplier<List<WorldId>> worlds;
    private final HostedStore store = new HostedStore();

    HostedRuns(Engine engine, Host host, Supplier<List<WorldId>> worlds) {
        this.engine = engine;
        this.host = host;
        this.worlds = worlds;
    }

    /// Tells the host of some that have something to look at, and breaks off calls of those that are to be cancelled.
    /// Whether there may be more.
    boolean step() {
        Set<String> underWay = engine.underWay().runs();
        if (!underWay.isEmpty()) {
            engine.underWay().breakOff(engine.database().read(tx -> store.cancelled(tx, underWay)));
        }
        boolean more = false;
        for (WorldId world : worlds.get()) {
            more |= engine.database().transaction(tx -> {
                Instant now = engine.now(world);
                List<Claimed> due = store.due(tx, world, now, AT_ONCE);
                List<String> missed = knocked(due);
                if (!missed.isEmpty()) {
                    store.dueAgain(tx, world, missed, now.plus(AGAIN));
                }
                return due.size() == AT_ONCE;
            });
        }
        return more;
    }

    /// Those that could not be told.
    private List<String> knocked(List<Claimed> runs) {
        List<String> missed = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<?>> told = new LinkedHashMap<>();
            runs.forEach(run -> told.put(run.id(), threads.submit(() -> host.knock(run))));
            for (Map.Entry<String, Future<?>> one : told.entrySet()) {
                try {
                    one.getValue().get();
                } catch (ExecutionException failed) {
                    LOG.atWarn()
                            .setCause(failed.getCause())
                            .addKeyValue("run", one.getKey())
                            .log("host not told");
                    missed.add(one.getKey());
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                    missed.add(one.getKey());
                }
            }
        }
        return missed;
    }

    /// With what it waits for.
    Run seen(Run run) {
        if (!isElsewhere(run)) {
            return run;
        }
        return run.waiting(host.waiting(run.id()));
    }

    /// What it did since it began there.
    List<Written> recorded(Run run, int from, int limit) {
        return isElsewhere(run) && limit > 0 ? host.recorded(run.id(), from, limit) : List.of();
    }

    private static boolean isElsewhere(Run run) {
        return run.engine().equals("temporal") && run.endedAt() == null;
    }
}
