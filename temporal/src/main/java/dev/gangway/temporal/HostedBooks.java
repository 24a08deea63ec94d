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
import dev.gangway.workflow.Subscription;
import dev.gangway.workflow.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [Books] that are [Hosting]'s.
record HostedBooks(Hosting hosting) implements Books {
    @Override
    public @Nullable Begun begin(WorldId world, String run, long epoch) {
        return hosting.begin(world, run, epoch).orElse(null);
    }

    @Override
    public Orders orders(Claimed run, int position) {
        return hosting.orders(run, position);
    }

    @Override
    public void instructed(Claimed run, String path, int position) {
        hosting.instructed(run, path, position);
    }

    @Override
    public void emit(Claimed run, JsonNode event, List<Written> positions) {
        hosting.emit(run, event, positions);
    }

    @Override
    public @Nullable String await(Claimed run, int position, Subscription subscription, boolean isLate) {
        return text(hosting.await(run, position, subscription, isLate));
    }

    @Override
    public @Nullable String children(Claimed run, int position, List<ChildSpec> specs, Join join, boolean isLate) {
        return text(hosting.children(run, position, specs, join, isLate));
    }

    private static @Nullable String text(Hosting.Found found) {
        return found.isOurs() ? found.outcome().map(Texts::bounded).orElse(null) : GONE;
    }

    @Override
    public void cancelChildren(Claimed run, int position) {
        hosting.cancelChildren(run, position);
    }

    @Override
    public void keep(Claimed run, List<Written> positions) {
        hosting.keep(run, positions);
    }

    @Override
    public void leave(Claimed run, List<Written> positions) {
        hosting.leave(run, positions);
    }

    @Override
    public void stuck(Claimed run, String why, List<Written> positions) {
        hosting.stuck(run, why, positions);
    }

    @Override
    public void end(Claimed run, JsonNode ending, List<Written> positions) {
        hosting.end(run, Texts.ending(ending), positions);
    }
}
