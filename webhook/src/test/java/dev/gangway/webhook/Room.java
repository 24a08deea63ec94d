package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.EgressPolicy;
import dev.gangway.egress.Outcome;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The room on a database of its own, without workers and without a way out: tests take every step themselves.
final class Room implements AutoCloseable {
    static final WorldId WORLD = WorldId.MAIN;
    static final String PARTNER = "prt_1";

    private static final DeliveryFilter ALL = new DeliveryFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    final Database database = TestDatabase.fresh("audit", "webhook");
    final SettableClock clock = new SettableClock();
    final Lanes lanes = new Lanes(database, clock);
    final Publisher publisher = new Publisher(database, lanes);
    final AuditTrail audit = new AuditTrail(database, clock, () -> List.of(WORLD));
    final Endpoints endpoints = new Endpoints(
            database, clock, audit, new EndpointUrl(new EgressGuard(new EgressPolicy(true, false))), lanes, () -> {});
    final Replays replays = new Replays(database, lanes, () -> {});
    final DeliveryLog log = new DeliveryLog(database);
    private final EventStore events = new EventStore();

    /// A sandbox endpoint of the partner for the events that are on by default.
    Endpoint endpoint() {
        return endpoint(PARTNER, Environment.SANDBOX, EventType.defaults());
    }

    Endpoint endpoint(String partner, Environment environment, List<EventType> wanted) {
        return endpoints.create(
                WORLD, partner, new EndpointDraft("https://1.1.1.1/hook", environment, wanted), Actor.SYSTEM);
    }

    static EventDraft draft(String subject, String status) {
        ObjectNode body = Json.object();
        body.put("status", status);
        return new EventDraft(
                WORLD, PARTNER, Environment.SANDBOX, subject, EventType.END_CUSTOMER_OAUTH_STATUS_UPDATED, body);
    }

    /// Emits an event, inside the caller's transaction when there is one.
    void emit(EventDraft draft) {
        database.run(tx -> events.insert(tx, draft, clock.now()));
    }

    /// Emits and publishes one event for each subject, in order.
    void happens(String... subjects) {
        for (String subject : subjects) {
            emit(draft(subject, "enabled"));
        }
        assertThat(publisher.publish(WORLD)).isEqualTo(subjects.length);
    }

    /// Claims one delivery; fails when there is none.
    Claim claimOne(Endpoint endpoint) {
        List<Claim> claims = lanes.claim(endpoint, 1);
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

    boolean nothingIsDueFor(Endpoint endpoint) {
        return lanes.claim(endpoint, 1).isEmpty();
    }

    Optional<DeliveryState> accept(Claim claim) {
        return settle(claim, new Outcome.Answered(200, "ok"));
    }

    Optional<DeliveryState> reject(Claim claim) {
        return settle(claim, new Outcome.Answered(500, "oops"));
    }

    private Optional<DeliveryState> settle(Claim claim, Outcome outcome) {
        return lanes.settle(claim, new Attempt(clock.now(), Duration.ofMillis(12), outcome));
    }

    /// Tries the head of the subject's lane until it is given up, seven times in all.
    void exhaust(Endpoint endpoint) {
        for (int attempt = 1; attempt <= RetrySchedule.ATTEMPTS; attempt++) {
            assertThat(reject(claimOne(endpoint))).isPresent();
            RetrySchedule.delayAfter(attempt).ifPresent(clock::advance);
        }
    }

    DeliveryState stateOf(String delivery) {
        return deliveries().stream()
                .filter(candidate -> candidate.id().equals(delivery))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /// Every delivery, oldest first.
    List<Delivery> deliveries() {
        return log.search(WORLD, ALL, Long.MAX_VALUE, 10_000).reversed();
    }

    List<Event> feed() {
        return new Feed(database).after(WORLD, Optional.empty(), 0, 10_000);
    }

    @Override
    public void close() {
        database.close();
    }
}
