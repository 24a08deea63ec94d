package dev.gangway.webhook;

import dev.gangway.base.Clocks;
import dev.gangway.base.Ids;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.webhook.DeliveryState.Pending;
import dev.gangway.webhook.DeliveryState.Signal;
import dev.gangway.webhook.LaneStore.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The queues that deliveries wait in: one lane for each endpoint and end customer. Only the head of a lane is
/// ever sent, so what happened to an end customer arrives in its order; lanes do not wait for each other.
/// Workers on any number of nodes share them. Thread-safe.
final class Lanes {
    /// Three times what a receiver may take; a worker that is later than this is taken for dead.
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Comparator<Lane> ORDER =
            Comparator.comparing(Lane::endpoint).thenComparing(Lane::subject);

    private final Database database;
    private final Clocks clocks;
    private final LaneStore lanes = new LaneStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final AttemptStore attempts = new AttemptStore();

    Lanes(Database database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /// Adds deliveries at the ends of their lanes, in the order of the list, inside the caller's transaction.
    void add(Handle tx, WorldId world, List<DeliveryDraft> drafts) {
        Instant now = clocks.now(world);
        List<Lane> touched = drafts.stream()
                .map(draft -> new Lane(draft.endpoint(), draft.subject()))
                .distinct()
                .sorted(ORDER)
                .toList();
        lanes.hold(tx, world, touched, now);
        deliveries.insert(tx, world, drafts, now);
    }

    /// Takes at most `limit` deliveries that are due for `endpoint`, each from a lane of its own.
    List<Claim> claim(Endpoint endpoint, int limit) {
        WorldId world = endpoint.world();
        Instant now = clocks.now(world);
        Instant leaseUntil = now.plus(LEASE);
        String token = Ids.hex(16);
        return database.transaction(tx -> lanes.claim(tx, world, endpoint.id(), token, now, leaseUntil, limit).stream()
                .flatMap(subject -> head(tx, endpoint, subject, token, leaseUntil).stream())
                .toList());
    }

    private Optional<Claim> head(Handle tx, Endpoint endpoint, String subject, String token, Instant leaseUntil) {
        WorldId world = endpoint.world();
        Optional<Claim> claim = deliveries
                .head(tx, world, endpoint.id(), subject)
                .map(head -> {
                    DeliveryState sending = head.state().next(new Signal.Claimed(leaseUntil));
                    deliveries.save(tx, world, head.delivery(), sending);
                    return new Claim(
                            world, endpoint, subject, token, head.delivery(), head.event(), head.body(), sending);
                });
        if (claim.isEmpty()) { // its deliveries were pruned
            lanes.close(tx, world, new Lane(endpoint.id(), subject));
        }
        return claim;
    }

    /// Records what became of a claimed delivery and makes way for the next of its lane. Returns the delivery's
    /// state; empty when the lease was lost meanwhile: another worker sends the delivery again, and its outcome
    /// counts.
    Optional<DeliveryState> settle(Claim claim, Attempt attempt) {
        Signal signal =
                attempt.outcome().isSuccess() ? new Signal.Accepted(attempt.at()) : new Signal.Rejected(attempt.at());
        return database.transaction(tx -> {
            if (!lanes.hold(tx, claim.world(), claim.lane(), claim.token())) {
                return Optional.empty();
            }
            DeliveryState state = claim.state().next(signal);
            deliveries.save(tx, claim.world(), claim.delivery(), state);
            attempts.insert(tx, claim, state.attempts(), attempt);
            makeWay(tx, claim, state);
            return Optional.of(state);
        });
    }

    private void makeWay(Handle tx, Claim claim, DeliveryState settled) {
        Optional<Instant> due = settled instanceof Pending pending
                ? Optional.of(pending.dueAt())
                : deliveries
                        .head(tx, claim.world(), claim.endpoint().id(), claim.subject())
                        .map(next -> clocks.now(claim.world()));
        due.ifPresentOrElse(
                at -> lanes.release(tx, claim.world(), claim.lane(), at),
                () -> lanes.close(tx, claim.world(), claim.lane()));
    }

    /// Gives up all that an endpoint still has to receive, inside the caller's transaction.
    void withdraw(Handle tx, Endpoint endpoint) {
        lanes.closeAll(tx, endpoint.world(), endpoint.id());
        deliveries.failAll(tx, endpoint.world(), endpoint.id(), clocks.now(endpoint.world()));
    }

    /// Active endpoints with something to send, longest overdue first.
    ///
    /// @param full ids of endpoints that are not asked for
    List<Endpoint> endpointsDue(WorldId world, List<String> full, int limit) {
        return database.read(tx -> lanes.endpointsDue(tx, world, clocks.now(world), full, limit));
    }
}
