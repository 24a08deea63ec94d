package dev.gangway.gateway;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.UPSTREAM_TOKEN_MISSING;

import dev.gangway.base.Clocks;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.oauth.Token;
import dev.gangway.oauth.TokenException;
import dev.gangway.oauth.TokenSource;
import dev.gangway.oauth.Tokens;
import dev.gangway.openapi.Masking;
import dev.gangway.provider.Provider;
import dev.gangway.provider.Providers;
import dev.gangway.storage.Database;
import dev.gangway.storage.RowCache;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;

/// Connections with their credentials open, as calls need them: from memory, and with an access token that holds where
/// one is fetched. A changed or removed one is known on every node within a second. Thread-safe.
final class OpenConnections {
    private static final int MOST = 1_000;

    private final Database database;
    private final Clocks clocks;
    private final Providers providers;
    private final SealedValues values;
    private final Tokens tokens;
    private final IntSupplier ownPort;
    private final ConnectionStore store = new ConnectionStore();
    private final RowCache<Ready> ready;
    private final Map<String, ReentrantLock> renewing =
            new ConcurrentHashMap<>(); // so that one thread waits for us all

    /// @param ownPort where this server listens; asked once it does
    OpenConnections(
            Database database,
            Clocks clocks,
            Providers providers,
            SealedValues values,
            Tokens tokens,
            IntSupplier ownPort) {
        this.database = database;
        this.clocks = clocks;
        this.providers = providers;
        this.values = values;
        this.tokens = tokens;
        this.ownPort = ownPort;
        this.ready = new RowCache<>(database, "connection", MOST);
    }

    /// @throws ProblemException NOT_FOUND
    Ready known(WorldId world, String name) {
        return ready.get(
                        key(world, name),
                        () -> database.read(tx -> store.find(tx, world, name)).map(this::opened))
                .orElseThrow(() -> unknown(name));
    }

    /// With an access token that holds, where it needs one.
    ///
    /// @throws ProblemException NOT_FOUND; UPSTREAM_TOKEN_MISSING when it gets none
    Ready usable(Ready known) {
        return known.fetchesTokens() && known.needsToken(now(known.connection().world())) ? renewed(known) : known;
    }

    /// With another access token than `stale` has: the one that somebody else fetched since, or a new one. One thread
    /// of one node fetches.
    ///
    /// @throws ProblemException NOT_FOUND, UPSTREAM_TOKEN_MISSING
    Ready renewed(Ready stale) {
        Connection connection = stale.connection();
        ReentrantLock lock =
                renewing.computeIfAbsent(key(connection.world(), connection.name()), _ -> new ReentrantLock());
        lock.lock();
        try {
            return database.transaction(tx -> renewed(tx, stale));
        } finally {
            lock.unlock();
        }
    }

    private Ready renewed(Handle tx, Ready stale) {
        WorldId world = stale.connection().world();
        String name = stale.connection().name();
        ConnectionStore.Sealed sealed = store.lock(tx, world, name).orElseThrow(() -> unknown(name));
        Ready current = opened(sealed);
        TokenSource source = current.connection().tokens();
        if (source == null || !Objects.equals(current.token(), stale.token())) {
            return current;
        }
        Map<String, Secret> open = values.open(sealed);
        Token token = fetched(current, source, open);
        SealedValues.keep(open, source, token);
        Instant expires = token.lasting() == null ? null : now(world).plus(token.lasting());
        byte[] kept = values.seal(current.connection(), open);
        store.renew(tx, current.connection(), kept, expires);
        changed(world, name);
        return opened(new ConnectionStore.Sealed(current.connection(), kept, expires));
    }

    private Token fetched(Ready current, TokenSource source, Map<String, Secret> open) {
        try {
            return tokens.fetch(source, SealedValues.secrets(open));
        } catch (TokenException refused) {
            throw new ProblemException(
                    UPSTREAM_TOKEN_MISSING,
                    "the token endpoint of %s: %s"
                            .formatted(
                                    current.connection().name(),
                                    Masking.text(
                                            refused.reason(),
                                            current.injection().literals())));
        }
    }

    /// Makes every node open the connection anew, once the surrounding transaction commits.
    void changed(WorldId world, String name) {
        ready.changed(key(world, name));
    }

    private Ready opened(ConnectionStore.Sealed sealed) {
        Connection connection = sealed.connection();
        Provider provider = providers
                .provider(connection.world(), connection.provider())
                .orElseThrow(() -> new ProblemException(
                        NOT_FOUND, "the provider " + connection.provider() + " of this connection was removed"));
        boolean own = connection.server().isEmpty();
        String url = own ? "http://127.0.0.1:" + ownPort.getAsInt() : connection.server();
        Map<String, Secret> open = values.open(sealed);
        Optional<TokenSource> source = Optional.ofNullable(connection.tokens());
        return new Ready(
                connection,
                Destination.of(url, own),
                Injection.of(provider.schemes(), open, Set.of()).hiding(SealedValues.ofTokens(open)),
                source.map(from -> open.get(from.scheme())).orElse(null),
                sealed.tokenExpires());
    }

    private Instant now(WorldId world) {
        return clocks.now(world);
    }

    private static String key(WorldId world, String name) {
        return world.value() + "/" + name;
    }

    static ProblemException unknown(String name) {
        return new ProblemException(NOT_FOUND, "there is no connection " + name);
    }
}
