package dev.gangway.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.journal.ChildStore.Child;
import dev.gangway.journal.ChildStore.NewRun;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Runs that a run begins and waits for. Their ids follow from its own, so they begin once, however often it is run.
final class Children {
    private final Engine engine;
    private final Claimed run;
    private final ChildStore store = new ChildStore();

    Children(Engine engine, Claimed run) {
        this.engine = engine;
        this.run = run;
    }

    /// Begins those that a position asks for, and says what they came to; empty while it must wait for them. Whoever
    /// calls this has locked the run's row.
    ///
    /// @param isLate whether it waits no longer
    Optional<Outcome> joined(Handle tx, int position, List<ChildSpec> specs, Join join, boolean isLate) {
        List<NewRun> wanted = new ArrayList<>();
        for (ChildSpec spec : specs) {
            Optional<Definition> definition = definition(spec);
            if (definition.isEmpty()) {
                return failed(ErrorKind.CONFIGURATION, "There is no workflow " + spec.workflow() + ".");
            }
            wanted.add(child(position, wanted.size(), spec, definition.get()));
        }
        if (store.insert(tx, wanted) > 0) {
            engine.database().afterCommit(engine.wake());
        }
        return settled(tx, position, join, isLate);
    }

    private static Optional<Outcome> failed(ErrorKind kind, String detail) {
        return Optional.of(Outcome.failed(kind, detail));
    }

    private Optional<Definition> definition(ChildSpec spec) {
        return spec.workflow() == null
                ? Optional.of(engine.definitions().version(run.world(), run.workflow(), run.version()))
                : engine.definitions().named(run.world(), spec.workflow(), spec.label() == null ? "" : spec.label());
    }

    private NewRun child(int position, int place, ChildSpec spec, Definition definition) {
        return new NewRun(
                run.world(),
                run.id() + "." + position + "." + place,
                run.engine(),
                definition.name(),
                definition.version(),
                run.id(),
                position,
                Json.text(spec.workflow() == null ? run.input() : spec.entry().input()),
                Json.text(spec.entry()),
                List.copyOf(Listening.types(definition.tree())),
                null,
                "run:" + run.id(),
                engine.now(run.world()));
    }

    private Optional<Outcome> settled(Handle tx, int position, Join join, boolean isLate) {
        List<Child> children = store.children(tx, run, position);
        boolean decided = children.stream().anyMatch(child -> decides(child.state(), join));
        boolean allEnded = children.stream().allMatch(child -> child.state().isEnd());
        if (!decided && !allEnded && !isLate) {
            return Optional.empty();
        }
        if (!allEnded) {
            cancel(tx, position);
        }
        return Optional.of((decided || allEnded) ? new Outcome.Done(endings(children)) : Outcome.LATE);
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
    void cancel(Handle tx, int position) {
        store.cancel(tx, run, position, engine.now(run.world()));
        engine.database().afterCommit(engine.wake());
    }
}
