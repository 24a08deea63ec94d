package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Gives each committed event its place in the feed and makes its deliveries, in one transaction.
///
/// Why not number events when they are written: transactions commit in another order than they draw numbers in,
/// and a reader who has seen 8 would never see a 7 that commits later. Here a position exists only once
/// everything before it is visible.
final class Publisher {
    static final int BATCH = 200; // events

    private final Database database;
    private final Lanes lanes;
    private final FeedStore feed = new FeedStore();
    private final EventStore events = new EventStore();
    private final EndpointStore endpoints = new EndpointStore();

    Publisher(Database database, Lanes lanes) {
        this.database = database;
        this.lanes = lanes;
    }

    /// Publishes at most [#BATCH] events of a world and returns how many: none when there were none, or while
    /// another node is at it.
    int publish(WorldId world) {
        return database.transaction(tx -> lastPosition(tx, world)
                .map(last -> publishAfter(tx, world, last))
                .orElse(0));
    }

    private Optional<Long> lastPosition(Handle tx, WorldId world) {
        return feed.take(tx, world).or(() -> feed.begin(tx, world) ? Optional.of(0L) : Optional.empty());
    }

    private int publishAfter(Handle tx, WorldId world, long last) {
        List<Event> published = events.publish(tx, world, last, BATCH).stream()
                .sorted(Comparator.comparingLong(Event::position))
                .toList();
        if (!published.isEmpty()) {
            feed.advance(tx, world, last + published.size());
            Set<String> partners = published.stream().map(Event::partner).collect(Collectors.toSet());
            List<DeliveryDraft> drafts = DeliveryDraft.of(published, endpoints.listening(tx, world, partners));
            lanes.add(tx, world, drafts);
        }
        return published.size();
    }
}
