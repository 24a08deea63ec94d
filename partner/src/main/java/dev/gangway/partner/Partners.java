package dev.gangway.partner;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.base.Ids;
import dev.gangway.base.Json;
import dev.gangway.base.LastUses;
import dev.gangway.base.ListKey;
import dev.gangway.base.Names;
import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.lifecycle.Logo;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Partners, their settings, logos and keys. Every change is one transaction (or part of the caller's), is on the
/// audit trail, and shows on every node within a second. Thread-safe.
public final class Partners implements AutoCloseable {
    private static final int CLIENT_ID = 24; // hex digits

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final PartnerStore store = new PartnerStore();
    private final PartnerKeys keys;
    private final LastUses uses;
    private final Doorkeeper doorkeeper;
    private final List<Consumer<Partner>> logoListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Partner>> settingsListeners = new CopyOnWriteArrayList<>();

    public Partners(Database database, Clocks clocks, AuditTrail audit) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.keys = new PartnerKeys(clocks, audit);
        this.uses = new LastUses("partner-key-use", batch -> database.run(tx -> new KeyStore().used(tx, batch)));
        this.doorkeeper = new Doorkeeper(database, clocks, uses);
    }

    /// Creates a partner; it has no keys yet.
    ///
    /// @param name 1 to 255 characters
    /// @throws ProblemException REQUEST_INVALID when the name does not do or the settings break a rule
    public Partner create(WorldId world, String name, PartnerSettings settings, Actor actor) {
        Partner partner = new Partner(
                world,
                Ids.of("prt"),
                Ids.hex(CLIENT_ID),
                Names.checked("name", name),
                SettingsRules.checked(settings),
                false,
                clocks.now(world).truncatedTo(ChronoUnit.MICROS));
        database.run(tx -> {
            store.insert(tx, partner);
            record(partner, actor, "partner.created", NullNode.instance, Json.MAPPER.valueToTree(partner));
        });
        return partner;
    }

    /// The partner `id` as the database has it now; empty when there is none.
    public Optional<Partner> find(WorldId world, String id) {
        return database.read(tx -> store.find(tx, world, id));
    }

    /// Like [#find], from memory: settings that were changed on any node show within a second (and to the transaction
    /// that changes them, once it has committed).
    public Optional<Partner> partnerOf(WorldId world, String id) {
        return doorkeeper.partner(new PartnerName(world, id));
    }

    /// Who presents these credentials, and in which environment; empty when the client id is unknown or the secret
    /// is not one of its live keys. Answers from memory, but for a client id that was not seen lately; a revoked
    /// key stops working on every node within a second.
    public Optional<PartnerAccess> authenticate(String clientId, Secret secret) {
        return doorkeeper.authenticate(clientId, secret);
    }

    /// One page of the partners whose names contain `part` in any case, oldest first; "" for all.
    public Page<Partner> list(WorldId world, String part, Optional<ListKey> after, int limit) {
        List<Partner> rows = database.read(tx -> store.list(tx, world, part, after.orElse(ListKey.OLDEST), limit + 1));
        return Page.of(rows, limit, partner -> new ListKey(partner.createdAt(), partner.id()).text());
    }

    /// Applies a JSON merge patch to the settings.
    ///
    /// @return the partner as it is now
    /// @throws ProblemException NOT_FOUND; REQUEST_INVALID as [PartnerSettings#patched] says
    public Partner changeSettings(WorldId world, String id, ObjectNode patch, Actor actor) {
        return change(world, id, (tx, partner) -> {
            Partner changed = partner.with(partner.settings().patched(patch));
            if (!changed.equals(partner)) {
                store.setSettings(tx, changed);
                record(changed, actor, "partner.settings_changed", settings(partner), settings(changed));
                settingsListeners.forEach(listener -> listener.accept(changed));
            }
            return changed;
        });
    }

    private static JsonNode settings(Partner partner) {
        return Json.object().set("settings", Json.MAPPER.valueToTree(partner.settings()));
    }

    /// Keeps a logo that stands in for end customers without one, and tells those who wait for it.
    ///
    /// @param base64 a PNG of 1024 by 1024 pixels under 4 MiB
    /// @throws ProblemException NOT_FOUND; REQUEST_INVALID when it is no such PNG
    public Partner giveLogo(WorldId world, String id, String base64, Actor actor) {
        byte[] png = switch (Logo.check(base64)) {
            case Logo.Accepted(byte[] accepted) -> accepted;
            case Logo.Refused(String reason) -> throw new ProblemException(REQUEST_INVALID, "logo: " + reason);
        };
        return change(world, id, (tx, partner) -> {
            JsonNode before = document(store.logo(tx, partner));
            store.setLogo(tx, partner, png);
            record(partner, actor, "partner.logo_given", before, document(Optional.of(png)));
            Partner changed = partner.withLogo(true);
            logoListeners.forEach(listener -> listener.accept(changed));
            return changed;
        });
    }

    /// Removes the logo; removing none is fine.
    ///
    /// @throws ProblemException NOT_FOUND
    public Partner removeLogo(WorldId world, String id, Actor actor) {
        return change(world, id, (tx, partner) -> {
            if (partner.hasLogo()) {
                JsonNode before = document(store.logo(tx, partner));
                store.removeLogo(tx, partner);
                record(partner, actor, "partner.logo_removed", before, NullNode.instance);
            }
            return partner.withLogo(false);
        });
    }

    /// A logo as the audit trail takes it; it keeps no more of it than a fingerprint.
    private static JsonNode document(Optional<byte[]> logo) {
        ObjectNode document = Json.object();
        logo.ifPresent(png -> document.put("logo", Base64.getEncoder().encodeToString(png)));
        return document;
    }

    /// Registers who must be told, inside the same transaction, that a partner was given a logo. For the
    /// composition root, before anything is served.
    public void onLogoGiven(Consumer<Partner> listener) {
        logoListeners.add(listener);
    }

    /// Registers who must be told, inside the same transaction, that a partner's settings changed. For the
    /// composition root, before anything is served.
    public void onSettingsChanged(Consumer<Partner> listener) {
        settingsListeners.add(listener);
    }

    /// The partner's live keys, oldest first: at most two per environment.
    ///
    /// @throws ProblemException NOT_FOUND when there is no such partner
    public List<PartnerKey> keys(WorldId world, String partner) {
        return database.read(tx -> store.find(tx, world, partner)
                .map(found -> keys.live(tx, PartnerName.of(found)))
                .orElseThrow(() -> missing(partner)));
    }

    /// Issues a key. Its secret, 32 hex digits, is in the answer and nowhere else.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT when two keys are live in `environment`
    public IssuedKey issueKey(WorldId world, String partner, Environment environment, Actor actor) {
        return change(world, partner, (tx, locked) -> keys.issue(tx, PartnerName.of(locked), environment, actor));
    }

    /// Issues a successor of a key, which itself ends when `overlap` has passed.
    ///
    /// @param overlap none to 30 days
    /// @throws ProblemException NOT_FOUND when the key is not live; STATE_CONFLICT when another is live beside it;
    ///     REQUEST_INVALID when the overlap is out of bounds
    public IssuedKey rotateKey(WorldId world, String partner, String key, Duration overlap, Actor actor) {
        return change(world, partner, (tx, locked) -> keys.rotate(tx, PartnerName.of(locked), key, overlap, actor));
    }

    /// Ends a key at once, on every node within a second.
    ///
    /// @throws ProblemException NOT_FOUND when the key is not live
    public void revokeKey(WorldId world, String partner, String key, Actor actor) {
        change(world, partner, (tx, locked) -> {
            keys.revoke(tx, PartnerName.of(locked), key, actor);
            return locked;
        });
    }

    /// Runs `work` on a locked partner and makes every node forget what it knew of it.
    private <T> T change(WorldId world, String id, BiFunction<Handle, Partner, T> work) {
        return database.transaction(tx -> {
            Partner partner = store.lock(tx, world, id).orElseThrow(() -> missing(id));
            T result = work.apply(tx, partner);
            doorkeeper.changed(PartnerName.of(partner));
            return result;
        });
    }

    private static ProblemException missing(String id) {
        return new ProblemException(NOT_FOUND, "no partner " + id);
    }

    private void record(Partner partner, Actor actor, String action, JsonNode before, JsonNode after) {
        audit.record(new AuditEntry(partner.world(), partner.id(), partner.id(), actor, action, before, after));
    }

    public RouteTable routes() {
        return new PartnerRoutes(this);
    }

    /// Begins to write down when keys were last used.
    public void start() {
        uses.start();
    }

    @Override
    public void close() {
        uses.close();
    }
}
