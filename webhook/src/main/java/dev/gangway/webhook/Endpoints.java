package dev.gangway.webhook;

import static dev.gangway.base.ErrorCode.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Where partners want to be told. Thread-safe.
final class Endpoints {
    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final EndpointUrl urls;
    private final Lanes lanes;
    private final Runnable resumed;
    private final EndpointStore store = new EndpointStore();

    /// @param resumed called after an endpoint was resumed
    Endpoints(Database database, Clocks clocks, AuditTrail audit, EndpointUrl urls, Lanes lanes, Runnable resumed) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.urls = urls;
        this.lanes = lanes;
        this.resumed = resumed;
    }

    /// @throws ProblemException REQUEST_INVALID when the URL may not be called
    Endpoint create(WorldId world, String partner, EndpointDraft draft, Actor actor) {
        urls.check(draft.requiredUrl(), draft.requiredEnvironment());
        String id = Ids.of("whe");
        return database.transaction(tx -> {
            store.insert(tx, world, id, partner, draft, clocks.now(world));
            Endpoint created = existing(tx, world, id);
            record(created, actor, "webhook_endpoint.created", NullNode.getInstance(), document(created));
            return created;
        });
    }

    /// Oldest first, from above `afterNumber`.
    List<Endpoint> ofPartner(WorldId world, String partner, long afterNumber, int limit) {
        return database.read(tx -> store.ofPartner(tx, world, partner, afterNumber, limit));
    }

    /// @throws ProblemException NOT_FOUND
    Endpoint read(WorldId world, String id) {
        return database.read(tx -> existing(tx, world, id));
    }

    /// Changes what is given and leaves the rest. While an endpoint is paused its deliveries wait; resumed, it
    /// gets them in their order, and its rejections so far are forgiven.
    ///
    /// @throws ProblemException NOT_FOUND, REQUEST_INVALID when the URL may not be called
    Endpoint change(WorldId world, String id, EndpointChange change, Actor actor) {
        Environment environment = read(world, id).environment();
        change.givenUrl().ifPresent(url -> urls.check(url, environment)); // a look-up: not within the transaction
        return database.transaction(tx -> {
            Endpoint before = store.lock(tx, world, id).orElseThrow(() -> absent(id));
            Instant now = clocks.now(world);
            String url = change.givenUrl().orElse(before.url());
            List<EventType> events = change.givenEvents().orElse(before.events());
            store.change(tx, world, id, url, events, now);
            change.givenPaused().ifPresent(paused -> setPaused(tx, before, paused, now));
            Endpoint after = existing(tx, world, id);
            record(after, actor, "webhook_endpoint.changed", document(before), document(after));
            return after;
        });
    }

    private void setPaused(Handle tx, Endpoint endpoint, boolean paused, Instant now) {
        if (paused) {
            store.pause(tx, endpoint.world(), endpoint.id(), PauseReason.REQUESTED, now);
        } else {
            store.resume(tx, endpoint.world(), endpoint.id(), now);
            database.afterCommit(resumed);
        }
    }

    /// What it still has to receive is given up; what it received stays readable.
    ///
    /// @throws ProblemException NOT_FOUND
    void delete(WorldId world, String id, Actor actor) {
        database.run(tx -> {
            Endpoint endpoint = store.lock(tx, world, id).orElseThrow(() -> absent(id));
            lanes.withdraw(tx, endpoint);
            store.delete(tx, world, id, clocks.now(world));
            record(endpoint, actor, "webhook_endpoint.deleted", document(endpoint), NullNode.getInstance());
        });
    }

    private void record(Endpoint endpoint, Actor actor, String action, JsonNode before, JsonNode after) {
        audit.record(new AuditEntry(endpoint.world(), endpoint.partner(), endpoint.id(), actor, action, before, after));
    }

    private static JsonNode document(Endpoint endpoint) {
        return Json.MAPPER.valueToTree(EndpointView.of(endpoint));
    }

    private Endpoint existing(Handle tx, WorldId world, String id) {
        return store.find(tx, world, id).orElseThrow(() -> absent(id));
    }

    private static ProblemException absent(String id) {
        return new ProblemException(NOT_FOUND, "there is no webhook endpoint " + id);
    }
}
