package dev.gangway.trigger;

import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.trigger.Firings.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Fires schedules when they are due. Firing and the next time are one transaction, so that each time starts one run,
/// whatever dies meanwhile and however many nodes there are.
final class Timetable implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1); // a schedule fires at most so late
    private static final Duration TIDY = Duration.ofMinutes(10);

    private final Database database;
    private final Clocks clocks;
    private final Firings firings;
    private final Supplier<List<WorldId>> worlds;
    private final TriggerStore store = new TriggerStore();
    private @Nullable Worker firing;
    private @Nullable Worker tidying;

    Timetable(Database database, Clocks clocks, Firings firings, Supplier<List<WorldId>> worlds) {
        this.database = database;
        this.clocks = clocks;
        this.firings = firings;
        this.worlds = worlds;
    }

    void start() {
        firing = new Worker("triggers", LOOK, this::fireOne);
        tidying = new Worker("triggers-tidying", TIDY, this::tidy);
    }

    /// @return whether there was one, so that there may be more
    boolean fireOne() {
        boolean found = false;
        for (WorldId world : worlds.get()) {
            found |= database.<Boolean>transaction(tx -> fireOne(tx, world));
        }
        return found;
    }

    private boolean fireOne(Handle tx, WorldId world) {
        Instant now = clocks.now(world);
        Optional<Trigger> due = store.due(tx, world, now);
        due.ifPresent(trigger -> {
            String time = String.valueOf(trigger.nextAt());
            String key = "schedule:" + trigger.name() + ":" + time;
            firings.fire(trigger, new Happening(Json.object().put("scheduled_for", time), Json.object(), key, ""));
            store.schedule(tx, trigger, next(trigger, now));
        });
        return due.isPresent();
    }

    private static @Nullable Instant next(Trigger trigger, Instant now) {
        return trigger.occasion() instanceof Occasion.Schedule schedule
                ? Cron.of(schedule).after(now)
                : null;
    }

    private boolean tidy() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            more |= firings.prune(world);
        }
        return more;
    }

    @Override
    public void close() {
        if (firing != null) {
            firing.close();
        }
        if (tidying != null) {
            tidying.close();
        }
    }
}
