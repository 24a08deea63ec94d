package dev.gangway.provider;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.WorldId;
import dev.gangway.egress.Downloads;
import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.EgressPolicy;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// The room on a database of its own; imports run when a test says so.
final class Room implements AutoCloseable {
    static final WorldId WORLD = WorldId.MAIN;
    static final Actor OPERATOR = new Actor("token:tok_1", "4vXq2mZr8KcT1nW");

    final Database database;
    final SettableClock clock = new SettableClock();
    final AuditTrail audit;
    final Providers providers;

    Room() {
        this(new EgressPolicy(true, false));
    }

    Room(EgressPolicy policy) {
        this(policy, TestDatabase.fresh("audit", "provider"));
    }

    Room(Database database) {
        this(new EgressPolicy(true, false), database);
    }

    private Room(EgressPolicy policy, Database database) {
        this.database = database;
        this.audit = new AuditTrail(database, clock, List::of);
        Downloads downloads = new Downloads(new EgressGuard(policy), Duration.ofSeconds(20));
        this.providers = new Providers(database, clock, audit, downloads);
    }

    /// Imports a document and runs what waits.
    ImportJob imported(String name, String document) {
        return ended(providers.importDocument(
                WORLD, name, document.getBytes(StandardCharsets.UTF_8), name + ".yaml", OPERATOR));
    }

    ImportJob ended(ImportJob begun) {
        while (providers.runNextImport()) {
            // until nothing waits
        }
        return providers.importJob(WORLD, begun.id()).orElseThrow();
    }

    @Override
    public void close() {
        providers.close();
        database.close();
    }
}
