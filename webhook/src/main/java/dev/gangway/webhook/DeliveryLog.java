package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.NOT_FOUND;

import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What was delivered, what was not, and what is on its way. Thread-safe.
final class DeliveryLog {
    private final Database database;
    private final DeliverySearchStore deliveries = new DeliverySearchStore();
    private final AttemptStore attempts = new AttemptStore();

    DeliveryLog(Database database) {
        this.database = database;
    }

    /// Newest first, from below `beforeNumber`.
    List<Delivery> search(WorldId world, DeliveryFilter filter, long beforeNumber, int limit) {
        return database.transaction(tx -> {
            deliveries.planEachTime(tx);
            return deliveries.search(tx, world, filter, beforeNumber, limit);
        });
    }

    /// @throws ProblemException NOT_FOUND
    DeliveryView read(WorldId world, String id) {
        return database.read(tx -> deliveries
                .find(tx, world, id)
                .map(delivery -> view(tx, delivery))
                .orElseThrow(() -> new ProblemException(NOT_FOUND, "there is no delivery " + id)));
    }

    private DeliveryView view(Handle tx, Delivery delivery) {
        List<AttemptView> log = attempts.of(tx, delivery.world(), delivery.id()).stream()
                .map(AttemptView::of)
                .toList();
        return new DeliveryView(DeliverySummary.of(delivery), log, Json.parse(deliveries.body(tx, delivery)));
    }
}
