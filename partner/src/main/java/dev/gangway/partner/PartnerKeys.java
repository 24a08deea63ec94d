package dev.gangway.partner;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;
import static dev.gangway.base.ErrorCode.STATE_CONFLICT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Issues, rotates and revokes keys inside the caller's transaction, in which the partner's row is locked: that is
/// how two issues at once cannot both find room.
final class PartnerKeys {
    private static final int LIVE_AT_MOST = 2; // per environment: one in use, one being rolled out
    private static final int SECRET = 32; // hex digits: 128 bits
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final Clocks clocks;
    private final AuditTrail audit;
    private final KeyStore store = new KeyStore();

    PartnerKeys(Clocks clocks, AuditTrail audit) {
        this.clocks = clocks;
        this.audit = audit;
    }

    List<PartnerKey> live(Handle tx, PartnerName partner) {
        return store.live(tx, partner, clocks.now(partner.world()));
    }

    /// @throws ProblemException STATE_CONFLICT when two keys are live in `environment`
    IssuedKey issue(Handle tx, PartnerName partner, Environment environment, Actor actor) {
        IssuedKey issued = insert(tx, partner, environment);
        record(partner, actor, "partner.key_issued", List.of(), List.of(issued.key()));
        return issued;
    }

    /// Issues a successor of `id`, which ends when `overlap` has passed.
    ///
    /// @throws ProblemException NOT_FOUND when it is not live; STATE_CONFLICT when another is; REQUEST_INVALID
    ///     when the overlap is negative or over 30 days
    IssuedKey rotate(Handle tx, PartnerName partner, String id, Duration overlap, Actor actor) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new ProblemException(REQUEST_INVALID, "overlap: PT0S to P30D, got " + overlap);
        }
        PartnerKey old = find(tx, partner, id);
        IssuedKey successor = insert(tx, partner, old.environment());
        PartnerKey ending = old.expiringAt(successor.key().createdAt().plus(overlap));
        store.setExpiry(tx, partner, ending);
        record(partner, actor, "partner.key_rotated", List.of(old), List.of(ending, successor.key()));
        return successor;
    }

    /// @throws ProblemException NOT_FOUND when it is not live
    void revoke(Handle tx, PartnerName partner, String id, Actor actor) {
        PartnerKey key = find(tx, partner, id);
        store.revoke(tx, partner, id, clocks.now(partner.world()));
        record(partner, actor, "partner.key_revoked", List.of(key), List.of());
    }

    private PartnerKey find(Handle tx, PartnerName partner, String id) {
        return live(tx, partner).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(NOT_FOUND, "no live key " + id));
    }

    private IssuedKey insert(Handle tx, PartnerName partner, Environment environment) {
        long live = live(tx, partner).stream()
                .filter(key -> key.environment() == environment)
                .count();
        if (live >= LIVE_AT_MOST) {
            throw new ProblemException(
                    STATE_CONFLICT, "two keys are live in %s already: revoke one first".formatted(environment));
        }
        Instant now = clocks.now(partner.world()).truncatedTo(ChronoUnit.MICROS);
        PartnerKey key = new PartnerKey(Ids.of("key"), environment, now, null, null);
        Secret secret = new Secret(Ids.hex(SECRET));
        store.insert(tx, partner, key, secret);
        return new IssuedKey(key, secret);
    }

    private void record(
            PartnerName partner, Actor actor, String action, List<PartnerKey> before, List<PartnerKey> after) {
        audit.record(new AuditEntry(
                partner.world(), partner.id(), partner.id(), actor, action, document(before), document(after)));
    }

    /// The keys that a change is about, by id.
    private static ObjectNode document(List<PartnerKey> keys) {
        ObjectNode document = Json.object();
        keys.forEach(key -> document.withObjectProperty("keys")
                .putObject(key.id())
                .put("environment", key.environment().wire())
                .set("expires_at", Json.MAPPER.valueToTree(key.expiresAt())));
        return document;
    }
}
