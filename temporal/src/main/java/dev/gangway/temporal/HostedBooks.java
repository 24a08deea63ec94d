package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Hosting;
import dev.gangway.journal.Hosting.Begun;
import dev.gangway.journal.Orders;
import dev.gangway.journal.Written;
import dev.gangway.workflow.ChildSpec;
import dev.gangway.workflow.Join;
import dev.gangway.workflow.Texts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// [Books] that are [Hosting]'s.
record HostedBooks(Hosting hosting) implements Books {
    @Override
    public @Nullable Begun begin(WorldId world, String run, long epoch) {
        return hosting.begin(world, run, epoch).orElse(null);
    }

    @Override
    public Orders orders(Claimed run, long after) {
        return hosting.orders(run, after);
    }

    @Override
    public void instructed(Claimed run, String path) {
        hosting.instructed(run, path);
    }

    @Override
    public void emit(Claimed run, JsonNode event, List<Written> positions) {
        hosting.emit(run, event, positions);
    }

    @Override
    public @Nullable String children(Claimed run, int position, List<ChildSpec> specs, Join join, boolean isLate) {
        return hosting.children(run, position, specs, join, isLate)
                .map(Texts::bounded)
                .orElse(null);
    }

    @Override
    public void cancelChildren(Claimed run, int position) {
        hosting.cancelChildren(run, position);
    }

    @Override
    public void keep(Claimed run, List<Written> positions, Set<Long> seen) {
        hosting.keep(run, positions, seen);
    }

    @Override
    public void leave(Claimed run, List<Written> positions, Set<Long> seen) {
        hosting.leave(run, positions, seen);
    }

    @Override
    public void stuck(Claimed run, String why, List<Written> positions, Set<Long> seen) {
        hosting.stuck(run, why, positions, seen);
    }

    @Override
    public void end(Claimed run, JsonNode ending, List<Written> positions) {
        hosting.end(run, Texts.ending(ending), positions);
    }
}
