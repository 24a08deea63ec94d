package dev.gangway.webhook;

import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.util.List;
import java.util.Optional;

/// Every event in the order of its publication, for those who would rather ask than be told. A reader who goes
/// on from the last position that it has seen misses nothing. Thread-safe.
final class Feed {
    private final Database database;
    private final EventStore events = new EventStore();

    Feed(Database database) {
        this.database = database;
    }

    /// The events behind `position`, 0 for the beginning; of one partner, or of all.
    List<Event> after(WorldId world, Optional<String> partner, long position, int limit) {
        return database.read(tx -> partner.isPresent()
                ? events.afterOfPartner(tx, world, partner.get(), position, limit)
                : events.after(tx, world, position, limit));
    }
}
