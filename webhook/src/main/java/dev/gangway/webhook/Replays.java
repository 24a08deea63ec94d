package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.webhook.DeliveryState.Delivered;
import dev.gangway.webhook.DeliveryState.Failed;
import dev.gangway.webhook.DeliveryState.Pending;
import dev.gangway.webhook.DeliveryState.Sending;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Sends again what has been sent before: a new delivery of the same event, with the same bytes, at the end of
/// its lane. Thread-safe.
final class Replays {
    static final int BATCH = 500; // deliveries in one transaction

    private final Database database;
    private final Lanes lanes;
    private final Runnable added;
    private final DeliverySearchStore deliveries = new DeliverySearchStore();
    private final EndpointStore endpoints = new EndpointStore();
    private final ReplayStore store = new ReplayStore();

    /// @param added called after deliveries were added
    Replays(Database database, Lanes lanes, Runnable added) {
        this.database = database;
        this.lanes = lanes;
        this.added = added;
    }

    /// Sends one finished delivery again and returns the new one.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT while it is still on its way, or when its endpoint is
    /// gone
    Delivery one(WorldId world, String id) {
        return database.transaction(tx -> {
            Delivery earlier = deliveries.find(tx, world, id).orElseThrow(() -> absent("delivery", id));
            switch (earlier.state()) {
                case Pending _, Sending _ -> throw new ProblemException(STATE_CONFLICT, id + " is still on its way");
                case Delivered _, Failed _ -> {}
            }
            if (endpoints.lock(tx, world, earlier.endpoint()).isEmpty()) {
                throw new ProblemException(STATE_CONFLICT, "endpoint " + earlier.endpoint() + " was deleted");
            }
            DeliveryDraft draft = DeliveryDraft.replay(earlier);
            lanes.add(tx, world, List.of(draft));
            database.afterCommit(added);
            return deliveries.find(tx, world, draft.id()).orElseThrow();
        });
    }

    /// Sends many again and returns how many. Not one transaction: what was added before a failure stays, and
    /// what came into being meanwhile is not touched.
    ///
    /// @throws ProblemException NOT_FOUND
    int many(WorldId world, String endpoint, Replay replay) {
        long newest = database.read(tx -> store.newest(tx, world, endpoint));
        long after = 0;
        int replayed = 0;
        while (true) {
            List<Delivery> batch = batch(world, endpoint, replay, after, newest);
            replayed += batch.size();
            if (batch.size() < BATCH) {
                return replayed;
            }
            after = batch.getLast().number();
        }
    }

    private List<Delivery> batch(WorldId world, String endpoint, Replay replay, long after, long newest) {
        return database.transaction(tx -> {
            if (endpoints.lock(tx, world, endpoint).isEmpty()) {
                throw absent("webhook endpoint", endpoint);
            }
            List<Delivery> earlier = select(tx, world, endpoint, replay, after, newest);
            lanes.add(tx, world, earlier.stream().map(DeliveryDraft::replay).toList());
            database.afterCommit(added);
            return earlier;
        });
    }

    private List<Delivery> select(Handle tx, WorldId world, String endpoint, Replay replay, long after, long newest) {
        return switch (replay) {
            case Replay.Failures _ -> store.failures(tx, world, endpoint, after, newest, BATCH);
            case Replay.Period period -> store.finishedIn(tx, world, endpoint, period, after, newest, BATCH);
        };
    }

    private static ProblemException absent(String thing, String id) {
        return new ProblemException(NOT_FOUND, "there is no " + thing + " " + id);
    }
}
