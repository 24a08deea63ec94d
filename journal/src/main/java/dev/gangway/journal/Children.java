package dev.gangway.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.journal.ChildStore.Child;
import dev.gangway.journal.ChildStore.NewRun;
import dev.gangway.journal.Leaving.Parked;
import dev.gangway.journal.Log.Asked;
import dev.gangway.journal.RunStore.Wait;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Runs that a run begins and waits for. Their ids follow from its own, so they begin once, however often it is run.
final class Children {
    private final Engine engine;
    private final Claimed run;
    private final Log log;
    private final ChildStore store = new ChildStore();

    Children(Engine engine, Claimed run, Log log) {
        this.engine = engine;
        this.run = run;
        this.log = log;
    }

    Outcome joined(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline) {
        Asked asked = log.asked(path, "children", specs);
        if (specs.size() > ChildSpec.MOST) {
            return log.write(
                    asked,
                    Outcome.failed(ErrorKind.LIMIT, "A task starts at most " + ChildSpec.MOST + " runs at once."));
        }
        List<NewRun> wanted = new ArrayList<>();
        for (ChildSpec spec : specs) {
            Optional<Definition> definition = definition(spec);
            if (definition.isEmpty()) {
                return log.write(
                        asked,
                        Outcome.failed(ErrorKind.CONFIGURATION, "There is no workflow " + spec.workflow() + "."));
            }
            wanted.add(child(asked.position() + "." + wanted.size(), spec, definition.get(), asked));
        }
        Optional<String> text = engine.database().transaction(tx -> settled(tx, asked, wanted, join, deadline));
        return log.written(text.orElseThrow(Parked::new));
    }

    private Optional<Definition> definition(ChildSpec spec) {
        return spec.workflow() == null
                ? Optional.of(engine.definitions().version(run.world(), run.workflow(), run.version()))
                : engine.definitions().named(run.world(), spec.workflow(), spec.label() == null ? "" : spec.label());
    }

    private NewRun child(String place, ChildSpec spec, Definition definition, Asked asked) {
        return new NewRun(
                run.world(),
                run.id() + "." + place,
                definition.name(),
                definition.version(),
                run.id(),
                asked.position(),
                Json.text(spec.workflow() == null ? run.input() : spec.entry().input()),
                Json.text(spec.entry()),
                List.copyOf(Listening.types(definition.tree())),
                null,
                "run:" + run.id(),
                asked.at());
    }

    /// The outcome, written; empty when the run was parked.
    private Optional<String> settled(
            Handle tx, Asked asked, List<NewRun> wanted, Join join, @Nullable Instant deadline) {
        log.lock(tx);
        if (store.insert(tx, wanted) > 0) {
            engine.database().afterCommit(engine.wake());
        }
        List<Child> children = store.children(tx, run, asked.position());
        boolean decided = children.stream().anyMatch(child -> decides(child.state(), join));
        boolean allEnded = children.stream().allMatch(child -> child.state().isEnd());
        boolean late = deadline != null && !asked.at().isBefore(deadline);
        if (!decided && !allEnded && !late) {
            log.park(tx, new Parking(Wait.CHILDREN, asked.path(), deadline));
            return Optional.empty();
        }
        if (!allEnded) {
            store.cancel(tx, run, asked.position(), asked.at());
            engine.database().afterCommit(engine.wake());
        }
        Outcome outcome = (decided || allEnded) ? new Outcome.Done(endings(children)) : JournalRun.late();
        return Optional.of(log.write(tx, asked, outcome));
    }

    private static boolean decides(RunState state, Join join) {
        return switch (join) {
            case ALL -> state == RunState.FAILED;
            case ANY -> state == RunState.COMPLETED;
        };
    }

    private static ArrayNode endings(List<Child> children) {
        ArrayNode list = Json.array();
        for (Child child : children) {
            ObjectNode one = list.addObject();
            if (child.ending() != null && child.state().isEnd()) {
                one.set(child.state() == RunState.COMPLETED ? "done" : "failed", Json.parse(child.ending()));
            }
        }
        return list;
    }

    /// Tells those begun at `position` to stop.
    void cancel(int position) {
        engine.database().run(tx -> {
            log.lock(tx);
            store.cancel(tx, run, position, engine.now(run.world()));
            engine.database().afterCommit(engine.wake());
        });
    }
}
