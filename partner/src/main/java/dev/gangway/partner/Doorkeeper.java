package dev.gangway.partner;

import dev.gangway.base.Clocks;
import dev.gangway.base.LastUses;
import dev.gangway.base.Secret;
import dev.gangway.storage.Database;
import dev.gangway.storage.RowCache;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Knows partners and their live keys from memory, so that a request costs no query. What any node changes, all
/// forget within a second. Unknown client ids leave no trace, so guessing takes no memory. Thread-safe.
final class Doorkeeper {
    private static final int REMEMBERED = 10_000; // partners

    private final Database database;
    private final Clocks clocks;
    private final PartnerStore partners = new PartnerStore();
    private final KeyStore keys = new KeyStore();
    private final RowCache<Known> known;
    private final Map<String, PartnerName> byClientId = new ConcurrentHashMap<>();
    private final LastUses uses;

    private record Known(Partner partner, List<Credential> credentials) {}

    Doorkeeper(Database database, Clocks clocks, LastUses uses) {
        this.database = database;
        this.clocks = clocks;
        this.uses = uses;
        this.known = new RowCache<>(database, "partner", REMEMBERED);
    }

    Optional<Partner> partner(PartnerName name) {
        return known(name).map(Known::partner);
    }

    Optional<PartnerAccess> authenticate(String clientId, Secret secret) {
        byte[] presented = secret.hash();
        return name(clientId).flatMap(this::known).flatMap(found -> open(found, presented));
    }

    /// Compares with every key, also past one that fits, so that the time does not tell which did.
    private Optional<PartnerAccess> open(Known found, byte[] presented) {
        Partner partner = found.partner();
        Instant now = clocks.now(partner.world());
        Optional<PartnerAccess> access = Optional.empty();
        for (Credential credential : found.credentials()) {
            if (credential.opensWith(presented, now)) {
                uses.note(partner.world(), credential.key(), now);
                access = Optional.of(new PartnerAccess(partner, credential.environment()));
            }
        }
        return access;
    }

    private Optional<Known> known(PartnerName name) {
        return known.get(
                name.text(),
                () -> database.read(tx -> partners.find(tx, name.world(), name.id())
                        .map(partner -> new Known(partner, keys.credentials(tx, name, clocks.now(name.world()))))));
    }

    /// A client id never changes hands, so this needs no forgetting but for its size.
    private Optional<PartnerName> name(String clientId) {
        PartnerName remembered = byClientId.get(clientId);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<PartnerName> name = database.read(tx -> partners.named(tx, clientId));
        if (!database.isInTransaction()) {
            name.ifPresent(found -> remember(clientId, found));
        }
        return name;
    }

    private void remember(String clientId, PartnerName name) {
        if (byClientId.size() >= REMEMBERED) {
            byClientId.clear();
        }
        byClientId.put(clientId, name);
    }

    /// Makes every node forget what it knows of a partner, once the surrounding transaction commits.
    void changed(PartnerName name) {
        known.changed(name.text());
    }
}
