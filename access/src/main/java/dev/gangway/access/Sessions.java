package dev.gangway.access;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Caller;
import dev.gangway.base.Clocks;
import dev.gangway.base.Ids;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Signed-in browsers. A session is a random text of 256 bits that only its browser holds; here is its hash.
/// Thread-safe.
public final class Sessions {
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int TEXT = 64; // hex digits: 256 bits

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final OneTimeLinks links;
    private final SessionStore store = new SessionStore();

    public Sessions(Database database, Clocks clocks, AuditTrail audit, OneTimeLinks links) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.links = links;
    }

    /// Whether [#signIn(Secret)] would let this code in now. Does not use it up.
    public boolean canSignIn(Secret code) {
        return links.isGood(code);
    }

    /// A new one-time link's code, for whomever `actor` gives it to.
    Secret invite(WorldId world, Actor actor) {
        return database.transaction(tx -> {
            Secret code = links.create(world);
            record(world, actor.name(), actor, "sign_in_link.created");
            return code;
        });
    }

    /// Uses up the code of a one-time link and begins a session of 7 days; empty when the code does not open
    /// anything (any more).
    ///
    /// @return the session's text: 64 lower-case hex digits
    public Optional<Secret> signIn(Secret code) {
        return database.transaction(tx -> links.redeem(code).map(world -> begin(world)));
    }

    private Secret begin(WorldId world) {
        Secret text = new Secret(Ids.hex(TEXT));
        String id = Ids.of("ses");
        Instant now = clocks.now(world);
        database.run(tx -> {
            store.deleteExpired(tx, world, now);
            store.insert(tx, world, id, text, now, now.plus(GOOD_FOR));
        });
        record(world, id, new Actor(name(id), ""), "session.begun");
        return text;
    }

    private void record(WorldId world, String subject, Actor actor, String action) {
        audit.record(new AuditEntry(world, null, subject, actor, action, NullNode.instance, NullNode.instance));
    }

    /// Who is behind a session; empty when it is unknown, expired or signed out. May do everything.
    public Optional<Caller> callerOf(Secret session) {
        return database.read(tx -> store.find(tx, session))
                .filter(found -> found.expiresAt().isAfter(clocks.now(found.world())))
                .map(found -> Caller.visitor(found.id()));
    }

    /// Ends a session at once. Ending one that is not there is fine.
    public void signOut(Secret session) {
        database.run(tx -> store.delete(tx, session));
    }

    /// The admin API's route to sign-in links.
    public RouteTable routes() {
        return new LinkRoutes(this, clocks);
    }

    private static String name(String id) {
        return "session:" + id;
    }
}
