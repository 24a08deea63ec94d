package dev.gangway.registration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import dev.gangway.storage.Vault;
import dev.gangway.webhook.WebhookConfig;
import dev.gangway.webhook.Webhooks;
import java.time.Duration;
import java.util.List;

/// Registrations on a real database and a clock that stands still, and what partners hear of them. Nothing happens
/// by itself: a test calls [#settle()] where a worker would have woken up.
final class Installation implements AutoCloseable {
    static final Duration STEP = Duration.ofMinutes(10);
    private static final RegistrationPace PACE = new RegistrationPace(STEP, STEP, STEP);

    final Database database = TestDatabase.fresh("audit", "webhook", "registration");
    final SettableClock clock = new SettableClock();
    final Registrations registrations = node();

    /// One more node on the same database.
    Registrations node() {
        List<WorldId> worlds = List.of(WorldId.MAIN);
        AuditTrail audit = new AuditTrail(database, clock, () -> worlds);
        Webhooks webhooks =
                new Webhooks(database, clock, audit, new NoVault(), WebhookConfig.defaults(true), () -> worlds);
        return new Registrations(database, clock, webhooks, new RegistrationConfig(PACE, PACE), () -> worlds);
    }

    /// Does all that is due.
    void settle() {
        boolean more = true;
        while (more) {
            more = registrations.step();
        }
    }

    /// Lets `steps` steps fall due, one after the other.
    void pass(int steps) {
        for (int step = 0; step < steps; step++) {
            clock.advance(STEP);
            settle();
        }
    }

    /// The bodies of all webhooks emitted so far, oldest first.
    List<JsonNode> webhooks() {
        return database.read(tx -> tx.createQuery("select body from webhook.event order by number")
                .mapTo(byte[].class)
                .map(Json::parse)
                .list());
    }

    @Override
    public void close() {
        database.close();
    }

    /// Nothing is sealed in these tests.
    private static final class NoVault implements Vault {
        @Override
        public byte[] seal(byte[] plain, String context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            throw new UnsupportedOperationException();
        }
    }
}
