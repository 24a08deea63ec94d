package dev.gangway.webhook;

import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.Vault;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// The keys that sign deliveries, one at a time per world and environment: made when first needed, replaced
/// when asked or when old. Thread-safe.
final class SigningKeys {
    /// How long a retired key is shown: for as long as what it signed can be younger than 24 hours, and an hour
    /// for a worker that had it in hand when it retired.
    static final Duration READABLE = Duration.ofHours(25);

    private final Database database;
    private final Clocks clocks;
    private final Vault vault;
    private final Duration lifetime;
    private final SigningKeyStore store = new SigningKeyStore();
    private final Map<Owner, Opened> opened = new ConcurrentHashMap<>();

    /// @param lifetime age at which a key is replaced
    SigningKeys(Database database, Clocks clocks, Vault vault, Duration lifetime) {
        this.database = database;
        this.clocks = clocks;
        this.vault = vault;
        this.lifetime = lifetime;
    }

    /// The value of `Plaid-Verification` for `body`, signed with the environment's key of now.
    String sign(WorldId world, Environment environment, byte[] body) {
        SigningKey key = current(world, environment);
        return Signature.sign(privateKey(key), key.kid(), clocks.now(world), body);
    }

    /// Empty when the key is unknown, of the other environment, or no longer shown.
    Optional<VerificationKey> verificationKey(WorldId world, Environment environment, String kid) {
        if (kid.indexOf('\0') >= 0) { // which PostgreSQL does not take in a text
            return Optional.empty();
        }
        Instant oldest = clocks.now(world).minus(READABLE);
        return database.read(tx -> store.find(tx, world, environment, kid))
                .filter(key -> key.expiredAt().map(oldest::isBefore).orElse(true))
                .map(SigningKey::verification);
    }

    /// Newest first.
    List<SigningKey> all(WorldId world) {
        return database.read(tx -> store.all(tx, world));
    }

    /// Retires the key that signs, if there is one, and makes another.
    SigningKey rotate(WorldId world, Environment environment) {
        return database.transaction(tx -> {
            store.hold(tx, world, environment);
            return replace(tx, world, environment);
        });
    }

    /// Forgets keys that are no longer shown.
    void prune(WorldId world) {
        database.run(tx -> store.prune(tx, world, clocks.now(world).minus(READABLE)));
    }

    private SigningKey current(WorldId world, Environment environment) {
        return database.read(tx -> young(tx, world, environment))
                .orElseGet(() -> database.transaction(tx -> {
                    store.hold(tx, world, environment);
                    return young(tx, world, environment).orElseGet(() -> replace(tx, world, environment));
                }));
    }

    private Optional<SigningKey> young(Handle tx, WorldId world, Environment environment) {
        Instant oldest = clocks.now(world).minus(lifetime);
        return store.current(tx, world, environment)
                .filter(key -> key.createdAt().isAfter(oldest));
    }

    private SigningKey replace(Handle tx, WorldId world, Environment environment) {
        Instant now = clocks.now(world);
        String kid = UUID.randomUUID().toString();
        KeyPair pair = KeyPairs.generate();
        byte[] sealed = vault.seal(pair.getPrivate().getEncoded(), SigningKey.context(world, kid));
        SigningKey key = new SigningKey(
                world,
                kid,
                environment,
                KeyPairs.x(pair),
                KeyPairs.y(pair),
                Optional.of(sealed),
                now,
                Optional.empty());
        store.retireCurrent(tx, world, environment, now);
        store.insert(tx, key);
        return key;
    }

    private PrivateKey privateKey(SigningKey key) {
        Owner owner = new Owner(key.world(), key.environment());
        Opened known = opened.get(owner);
        if (known != null && known.kid().equals(key.kid())) {
            return known.key();
        }
        byte[] sealed = key.sealedPrivate().orElseThrow();
        PrivateKey fresh = KeyPairs.privateKey(vault.open(sealed, SigningKey.context(key.world(), key.kid())));
        opened.put(owner, new Opened(key.kid(), fresh));
        return fresh;
    }

    private record Owner(WorldId world, Environment environment) {}

    private record Opened(String kid, PrivateKey key) {}
}
