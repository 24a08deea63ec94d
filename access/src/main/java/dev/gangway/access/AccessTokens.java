package dev.gangway.access;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Authenticator;
import dev.gangway.base.Caller;
import dev.gangway.base.Clocks;
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
import dev.gangway.storage.Database;
import dev.gangway.storage.RowCache;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The bearers of the admin API. A token's text is shown once and only its hash kept; a live one is known from
/// memory, and a revoked one stops working on every node within a second. Thread-safe.
public final class AccessTokens implements Authenticator, AutoCloseable {
    private static final String PREFIX = "gwt_";
    private static final int RANDOM_PART = 40; // letters and digits: 238 bits
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + RANDOM_PART + "}");
    private static final int REMEMBERED = 10_000; // tokens

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final TokenStore store = new TokenStore();
    private final RowCache<LiveToken> live;
    private final LastUses uses;

    public AccessTokens(Database database, Clocks clocks, AuditTrail audit) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.live = new RowCache<>(database, "access_token", REMEMBERED);
        this.uses = new LastUses("token-use", batch -> database.run(tx -> store.used(tx, batch)));
    }

    /// Creates a token.
    ///
    /// @param name 1 to 255 characters
    /// @param expiresAt when it is to stop working by itself; null when it is not
    /// @throws ProblemException REQUEST_INVALID when the name does not do, or `expiresAt` has passed
    public IssuedToken create(WorldId world, String name, TokenScope scope, @Nullable Instant expiresAt, Actor actor) {
        return create(world, new TokenDraft(name, scope, List.of(), List.of(), expiresAt), actor);
    }

    /// Creates a token, perhaps for a part of what is behind the gateway.
    ///
    /// @throws ProblemException REQUEST_INVALID when the name does not do, or `expiresAt` has passed
    public IssuedToken create(WorldId world, TokenDraft draft, Actor actor) {
        Instant expiresAt = draft.expiresAt();
        boolean narrowed = !draft.connections().isEmpty() || !draft.operations().isEmpty();
        if (narrowed && draft.scope() != TokenScope.GATEWAY) { // it could make itself a wider one
            throw new ProblemException(
                    REQUEST_INVALID,
                    "connections and operations: only with the scope gateway, got "
                            + draft.scope().wire());
        }
        Instant now = clocks.now(world).truncatedTo(ChronoUnit.MICROS);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new ProblemException(REQUEST_INVALID, "expires_at: must be in the future, got " + expiresAt);
        }
        AccessToken token = new AccessToken(
                Ids.of("tok"),
                Names.checked("name", draft.name()),
                draft.scope(),
                draft.connections(),
                draft.operations(),
                now,
                expiresAt,
                null);
        Secret text = new Secret(PREFIX + Ids.text(RANDOM_PART));
        database.run(tx -> {
            store.insert(tx, world, token, text);
            record(world, token.id(), actor, "token.created", NullNode.instance, Json.MAPPER.valueToTree(token));
        });
        return new IssuedToken(token, text);
    }

    /// One page of the tokens that were not revoked, newest first.
    public Page<AccessToken> list(WorldId world, Optional<ListKey> after, int limit) {
        List<AccessToken> rows = database.read(tx -> store.list(tx, world, after.orElse(ListKey.NEWEST), limit + 1));
        return Page.of(rows, limit, token -> new ListKey(token.createdAt(), token.id()).text());
    }

    /// Revokes a token, for good and on every node within a second.
    ///
    /// @throws ProblemException NOT_FOUND when there is no such token, or it was revoked already
    public void revoke(WorldId world, String id, Actor actor) {
        database.run(tx -> {
            TokenStore.Revoked revoked = store.revoke(tx, world, id, clocks.now(world))
                    .orElseThrow(() -> new ProblemException(NOT_FOUND, "no access token " + id));
            live.changed(revoked.hash());
            record(world, id, actor, "token.revoked", Json.MAPPER.valueToTree(revoked.token()), NullNode.instance);
        });
    }

    /// {@inheritDoc} Reads memory only, but for a token that was not seen lately.
    @Override
    public Optional<Caller> callerOf(Secret bearer) {
        if (!TEXT.matcher(bearer.reveal()).matches()) {
            return Optional.empty(); // not one of ours: no reason to ask the database
        }
        String hash = HexFormat.of().formatHex(bearer.hash());
        return live.get(hash, () -> database.read(tx -> store.live(tx, bearer))).flatMap(this::admit);
    }

    private Optional<Caller> admit(LiveToken token) {
        Instant now = clocks.now(token.world());
        if (token.expiredAt(now)) {
            return Optional.empty();
        }
        uses.note(token.world(), token.id(), now);
        return Optional.of(token.caller());
    }

    private void record(WorldId world, String id, Actor actor, String action, JsonNode before, JsonNode after) {
        audit.record(new AuditEntry(world, null, id, actor, action, before, after));
    }

    public RouteTable routes() {
        return new TokenRoutes(this);
    }

    /// Begins to write down when tokens were last used.
    public void start() {
        uses.start();
    }

    @Override
    public void close() {
        uses.close();
    }
}
