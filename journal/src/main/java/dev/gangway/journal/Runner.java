package dev.gangway.journal;

import dev.gangway.base.Ids;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Leaving.Fenced;
import dev.gangway.journal.Leaving.Parked;
import dev.gangway.journal.Leaving.Stuck;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Interpreter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One node: claims runs that are due and takes each as far as it goes. Any number of nodes share the runs of one
/// database; one that dies holds up nothing for longer than its lease.
final class Runner {
    /// Between two signs of life.
    static final Duration BEAT = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration SWEEP_EVERY = Duration.ofMillis(900); // at each idle look
    private static final int MOST_AT_ONCE = 64; // runs
    private static final int MANY = 48; // runs: then those that end meanwhile make room for one batch
    private static final Duration GATHERING = Duration.ofMillis(15);
    private static final int MOST_TAKEOVERS = 3;

    private final String node = Ids.of("nod");
    private final Engine engine;
    private final Supplier<List<WorldId>> worlds;
    private final Executor threads;
    private final Set<Claimed> held = ConcurrentHashMap.newKeySet();
    private final NodeStore nodes = new NodeStore();
    private final RunStore runs = new RunStore();
    private final Endings endings;
    private long swept = System.nanoTime() - SWEEP_EVERY.toNanos();

    Runner(Engine engine, Supplier<List<WorldId>> worlds, Executor threads) {
        this.engine = engine;
        this.worlds = worlds;
        this.threads = threads;
        this.endings = new Endings(engine);
    }

    /// Says that this node lives; again within [#BEAT].
    void beat() {
        engine.database().run(tx -> nodes.beat(tx, node, LEASE));
    }

    /// Says that every other node is dead, and that this one lives: where no other can be, nobody waits for leases.
    void beatAlone() {
        engine.database().run(tx -> {
            nodes.forgetAll(tx);
            nodes.beat(tx, node, LEASE);
        });
    }

    /// Says that this node has ended, and leaves its runs to others.
    void retire() {
        engine.database().run(tx -> {
            worlds.get().forEach(world -> nodes.releaseOthers(tx, world, node, List.of(), engine.now(world)));
            nodes.forget(tx, node);
        });
    }

    /// Takes what is due, as much as there is room for; whether there may be more.
    boolean step() {
        if (System.nanoTime() - swept >= SWEEP_EVERY.toNanos()) {
            sweep();
            swept = System.nanoTime();
        }
        if (held.size() > MANY) {
            gather();
        }
        boolean more = false;
        for (WorldId world : worlds.get()) {
            int room = MOST_AT_ONCE - held.size();
            List<Claimed> claimed = room == 0 ? List.of() : claim(world, room);
            claimed.forEach(run -> threads.execute(() -> take(run)));
            more |= room > 0 && claimed.size() == room;
        }
        return more;
    }

    private static void gather() {
        try {
            Thread.sleep(GATHERING);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes back what others, or this node itself, hold and do not work on, and breaks off calls that are not to go
    /// on.
    /// Not in the way of every claim: once in a while is enough. On the thread that claims, so that a run is never
    /// between the two.
    private void sweep() {
        for (WorldId world : worlds.get()) {
            engine.database().run(tx -> {
                nodes.releaseOthers(
                        tx, world, node, held.stream().map(Claimed::id).toList(), engine.now(world));
                nodes.releaseDead(tx, world, engine.now(world));
            });
        }
        if (!engine.underWay().isEmpty()) {
            engine.underWay().breakOffLate();
            engine.underWay().breakOff(engine.database().read(tx -> nodes.cancelledAt(tx, node)));
        }
    }

    private List<Claimed> claim(WorldId world, int room) {
        List<Claimed> claimed = engine.database().statement(tx -> runs.claim(tx, world, node, engine.now(world), room));
        held.addAll(claimed);
        return claimed;
    }

    private void take(Claimed run) {
        try {
            go(run);
        } catch (Parked waits) {
            // and its row says for what
        } catch (Fenced late) {
            LOG.atInfo().addKeyValue("run", run.id()).log("another node has this run by now");
        } catch (Stuck stuck) {
            endings.stuck(run, String.valueOf(stuck.getMessage()));
        } catch (RuntimeException broken) {
            LOG.atWarn().setCause(broken).addKeyValue("run", run.id()).log("left a run, will take it again");
        } finally {
            held.remove(run);
            engine.wake().run();
        }
    }

    private void go(Claimed run) {
        if (run.takeovers() >= MOST_TAKEOVERS) {
            throw new Stuck("Three nodes in a row died while they held this run, and it got nowhere.");
        }
        Definition definition = engine.definitions().version(run.world(), run.workflow(), run.version());
        JournalRun journal = new JournalRun(engine, run);
        Ending ending = Interpreter.run(definition, run.entry(), journal);
        endings.ended(run, ending, journal.last());
    }
}
