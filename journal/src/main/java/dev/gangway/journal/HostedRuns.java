package dev.gangway.journal;

import dev.gangway.base.WorldId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    private static final Duration LEASE = Duration.ofSeconds(5); // then they are tried again

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
            more |= step(world);
        }
        return more;
    }

    private boolean step(WorldId world) {
        Instant now = engine.now(world);
        Instant lease = now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        List<Claimed> due = engine.database().transaction(tx -> store.due(tx, world, now, lease, AT_ONCE));
        if (!due.isEmpty()) {
            List<String> told = told(due);
            engine.database().run(tx -> store.told(tx, world, told, lease));
        }
        return due.size() == AT_ONCE;
    }

    /// Those of which the host knows now.
    private List<String> told(List<Claimed> runs) {
        List<String> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<?>> knocks = new LinkedHashMap<>();
            runs.forEach(run -> knocks.put(run.id(), threads.submit(() -> host.knock(run))));
            for (Map.Entry<String, Future<?>> one : knocks.entrySet()) {
                try {
                    one.getValue().get();
                    told.add(one.getKey());
                } catch (ExecutionException failed) {
                    LOG.atWarn()
                            .setCause(failed.getCause())
                            .addKeyValue("run", one.getKey())
                            .log("host not told");
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return told;
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
        return run.isHosted() && run.endedAt() == null;
    }
}
