package dev.gangway.access;

import dev.gangway.base.Clocks;
import dev.gangway.base.Ids;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.util.Optional;

/// Codes that let somebody in once, such as the one in the sign-in link that the first start prints. Thread-safe.
public final class OneTimeLinks {
    static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final int CODE = 40; // letters and digits: 238 bits

    private final Database database;
    private final Clocks clocks;
    private final LinkStore store = new LinkStore();

    public OneTimeLinks(Database database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /// A new code: 40 letters and digits, good for one use within 24 hours. Only its hash is kept.
    public Secret create(WorldId world) {
        Secret code = new Secret(Ids.text(CODE));
        database.run(tx -> {
            store.deleteExpired(tx, world, clocks.now(world));
            store.insert(tx, world, code, clocks.now(world).plus(GOOD_FOR));
        });
        return code;
    }

    /// Whether a code can be used now. Does not use it up.
    boolean isGood(Secret code) {
        return database.read(tx -> store.find(tx, code)).filter(this::isInTime).isPresent();
    }

    /// Uses a code up: of any number of concurrent calls, one gets the world that it lets into. Empty when the code
    /// is unknown, used or older than 24 hours.
    public Optional<WorldId> redeem(Secret code) {
        return database.transaction(tx -> store.take(tx, code))
                .filter(this::isInTime)
                .map(LinkStore.Link::world);
    }

    private boolean isInTime(LinkStore.Link link) {
        return link.expiresAt().isAfter(clocks.now(link.world()));
    }
}
