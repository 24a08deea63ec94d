package dev.gangway.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.journal.CannedAnswer;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunFilter;
import dev.gangway.journal.StepCaller;
import dev.gangway.journal.Workflows;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import dev.gangway.storage.Vault;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Triggers on a real database and a clock that stands still at noon until it is put forward. Runs are begun, but
/// nobody takes them on.
final class TriggerRoom implements AutoCloseable {
    static final int HOOKS_PER_SECOND = 20;
    static final Supplier<List<WorldId>> WORLDS = () -> List.of(WorldId.MAIN);

    final SettableClock clock = new SettableClock();
    final Database database = TestDatabase.fresh("audit", "journal", "trigger");
    final Workflows workflows = workflows(database, clock);
    final Triggers triggers = new Triggers(new Triggers.Ground(
            database,
            clock,
            new AuditTrail(database, clock, WORLDS),
            new OpenVault(),
            workflows,
            new NoSenders(),
            Set.of("THING_HAPPENED"),
            HOOKS_PER_SECOND,
            WORLDS));

    private static Workflows workflows(Database database, Clocks clocks) {
        AuditTrail audit = new AuditTrail(database, clocks, WORLDS);
        return new Workflows(new Workflows.Ground(
                database,
                clocks,
                audit,
                new NoSteps(),
                (_, _) -> Written.around(),
                WORLDS,
                true,
                Duration.ofDays(1),
                Optional.empty()));
    }

    /// Another node's timetable on the same database.
    Timetable timetable() {
        return new Timetable(database, clock, new Firings(database, clock, workflows), WORLDS);
    }

    /// A workflow that does next to nothing.
    void save(String workflow) {
        workflows.save(WorldId.MAIN, Written.text(workflow, "do: [{nothing: {set: {}}}]"), Actor.SYSTEM);
    }

    Trigger put(String name, Occasion occasion, Mapping mapping) {
        TriggerDraft draft = new TriggerDraft("flow", null, occasion, null, mapping, false);
        return triggers.put(WorldId.MAIN, name, draft, Actor.SYSTEM);
    }

    List<Run> runs() {
        return workflows.runs(WorldId.MAIN, new RunFilter(null, null, null), Long.MAX_VALUE, 100);
    }

    List<Firing> firings(String trigger) {
        return triggers.firings(WorldId.MAIN, trigger, Long.MAX_VALUE, 100);
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class NoSteps implements StepCaller {
        @Override
        public Outcome call(Step step) {
            throw new IllegalStateException("nobody takes runs on here");
        }

        @Override
        public Optional<Duration> heldBack(Step step) {
            return Optional.empty();
        }

        @Override
        public Outcome answered(Step step, CannedAnswer given) {
            throw new IllegalStateException("nothing is tried here");
        }

        @Override
        public boolean isRepeatable(Step step) {
            return true;
        }
    }

    private static final class NoSenders implements Senders {
        @Override
        public boolean isKnown(WorldId world, String connection) {
            return false;
        }

        @Override
        public Optional<JsonNode> key(WorldId world, String connection, String id) {
            return Optional.empty();
        }
    }

    private static final class OpenVault implements Vault {
        @Override
        public byte[] seal(byte[] plain, @Nullable String context) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed, @Nullable String context) {
            return sealed;
        }
    }
}
