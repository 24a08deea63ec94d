package dev.gangway.journal;

import dev.gangway.base.WorldId;
import dev.gangway.journal.TurnStore.Came;
import dev.gangway.journal.TurnStore.Waiter;
import dev.gangway.workflow.Listeners;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Tells runs that wait of the events that came: each run that may go on because of one, and no other.
record Telling(Engine engine, Supplier<List<WorldId>> worlds) {
    private static final EventStore EVENTS = new EventStore();
    private static final TurnStore TURNS = new TurnStore();
    private static final String ANY = "*";

    /// Tells of some; whether there were any.
    boolean step() {
        boolean more = false;
        for (WorldId world : worlds.get()) {
            if (engine.database().read(tx -> !TURNS.untold(tx, world).isEmpty())) {
                engine.database().run(tx -> tell(tx, world));
                more = true;
            }
        }
        return more;
    }

    private void tell(Handle tx, WorldId world) {
        EVENTS.tells(tx);
        List<Came> came = TURNS.untold(tx, world);
        TURNS.tell(tx, world, came.stream().map(Came::number).toList());
        Set<String> woken = new HashSet<>();
        came.stream().map(Came::run).filter(Objects::nonNull).forEach(woken::add);
        List<Came> forAll = came.stream().filter(event -> event.run() == null).toList();
        if (!forAll.isEmpty()) {
            Set<String> types = Stream.concat(forAll.stream().map(Came::type), Stream.of(ANY))
                    .collect(Collectors.toSet());
            Listeners listeners = new Listeners();
            for (Waiter waiter : TURNS.waiters(tx, world, types)) {
                if (waiter.awaits() == null) {
                    woken.add(waiter.run());
                } else {
                    listeners.add(waiter.run(), waiter.awaits());
                }
            }
            forAll.forEach(event -> woken.addAll(listeners.of(event.event())));
        }
        if (!woken.isEmpty()) {
            TURNS.wake(tx, world, woken, engine.now(world));
            engine.database().afterCommit(engine.wake());
        }
    }
}
