package dev.gangway.partner;

import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.util.Optional;
import java.util.function.Consumer;

/// Partners, their settings and their keys. Thread-safe.
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class Partners implements AutoCloseable {
    public Partners(Database database, Clocks clocks, AuditTrail audit) {}

    /// Creates a partner without keys.
    ///
    /// @throws dev.gangway.base.ProblemException REQUEST_INVALID when the name is not 1 to 255 printable
    ///     characters
    public Partner create(WorldId world, String name, PartnerSettings settings, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /// The partner `id` as it is now, also one that the current transaction made.
    public Optional<Partner> find(WorldId world, String id) {
        throw new UnsupportedOperationException();
    }

    /// Like [#find], from memory: what was changed on any node shows within a second.
    public Optional<Partner> partnerOf(WorldId world, String id) {
        throw new UnsupportedOperationException();
    }

    /// Who presents these credentials, and in which environment; empty when the client id is unknown or the secret is
    /// not one of its live keys. Reads memory only, but for a client id that was not seen lately; a revoked key
    /// stops working on every node within a second.
    public Optional<PartnerAccess> authenticate(String clientId, Secret secret) {
        throw new UnsupportedOperationException();
    }

    /// Issues a key.
    ///
    /// @throws dev.gangway.base.ProblemException NOT_FOUND; STATE_CONFLICT when two keys are live already
    public IssuedKey issueKey(WorldId world, String partner, dev.gangway.base.Environment environment, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /// Registers who must be told, inside the same transaction, that a partner was given a logo. For the composition
    /// root, before anything is served.
    public void onLogoGiven(Consumer<Partner> listener) {
        throw new UnsupportedOperationException();
    }

    public RouteTable routes() {
        throw new UnsupportedOperationException();
    }

    /// Begins to note when keys were last used.
    public void start() {}

    @Override
    public void close() {}
}
