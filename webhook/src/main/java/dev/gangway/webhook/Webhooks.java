package dev.gangway.webhook;

import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.RouteTable;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.Vault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells partners what happened: events written in the transaction of the change, delivered to the partner's
/// endpoints signed, in order and at least once, and kept in a feed for those who would rather ask. Thread-safe.
public final class Webhooks implements AutoCloseable {
    private final Database database;
    private final Clocks clocks;
    private final EventStore events = new EventStore();

    /// @param worlds the worlds whose events this node publishes and delivers; asked at every step
    public Webhooks(
            Database database, Clocks clocks, Vault vault, WebhookConfig config, Supplier<List<WorldId>> worlds) {
        this.database = database;
        this.clocks = clocks;
    }

    /// Starts the workers. Events emitted before are delivered then.
    public void start() {}

    /// Records an event inside the caller's transaction: it exists if, and only if, the change does. One
    /// insert; everything else happens later. Events of one subject keep the order of their emission as
    /// long as the transactions that emit them do not overlap.
    public void emit(EventDraft draft) {
        database.run(tx -> events.insert(tx, draft, clocks.now(draft.world())));
    }

    /// The public half of the key named `kid`; empty when it is unknown, belongs to the other environment, or
    /// retired so long ago that nothing signed with it can be younger than 24 hours.
    public Optional<VerificationKey> verificationKey(WorldId world, Environment environment, String kid) {
        return Optional.empty();
    }

    /// The admin API's routes on endpoints, deliveries, events and signing keys.
    ///
    /// @param partners refuses endpoints of partners that do not exist
    public RouteTable routes(KnownPartners partners) {
        return List::of;
    }

    /// Figures for metrics; one query.
    public WebhookStats stats() {
        return new WebhookStats(0, 0, 0);
    }

    /// Stops the workers: what is being sent is finished, as long as that takes no more than 12 s; what is
    /// not is sent again by another node, or after the next start.
    @Override
    public void close() {}
}
