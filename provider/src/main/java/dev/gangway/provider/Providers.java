package dev.gangway.provider;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Worker;
import dev.gangway.base.WorldId;
import dev.gangway.egress.Downloads;
import dev.gangway.egress.TargetUrl;
import dev.gangway.openapi.Api.Tolerated;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.provider.Importing.Given;
import dev.gangway.provider.Importing.Outcome;
import dev.gangway.provider.Shelf.Shelved;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Whose APIs can be read, called and automated here: documents imported as operation models, kept by version.
/// Reads are answered from memory where they are on the way of requests, and agree on every node within a second.
/// Thread-safe.
public final class Providers implements AutoCloseable {
    /// Our own partner API, as a provider.
    public static final String PARTNER = "partner";
    /// Our own admin API, as a provider.
    public static final String ADMIN = "admin";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int RECENT = 50; // imports

    private final Database database;
    private final AuditTrail audit;
    private final Shelf shelf;
    private final Search search;
    private final Importing importing;
    private final Imports imports;
    private final ProviderStore store = new ProviderStore();
    private final OperationStore operations = new OperationStore();
    private @Nullable Worker worker;

    /// @param downloads how documents are fetched
    public Providers(Database database, Clocks clocks, AuditTrail audit, Downloads downloads) {
        this.database = database;
        this.audit = audit;
        this.shelf = new Shelf(database);
        this.search = new Search(database);
        this.importing = new Importing(database, clocks, audit, shelf, search);
        this.imports = new Imports(database, clocks, downloads, importing);
    }

    /// Every provider: those that were imported by name, then our own.
    public List<Provider> providers(WorldId world) {
        return database.read(tx -> store.list(tx, world));
    }

    public Optional<Provider> provider(WorldId world, String name) {
        return shelf.find(world, name).map(Shelved::provider);
    }

    /// What `name` has now, in the document's order; empty when there is no such provider.
    public List<OperationSummary> operations(WorldId world, String name) {
        return shelf.find(world, name).map(Shelved::operations).orElse(List.of());
    }

    /// All that is known of an operation of `name`, as its newest document says.
    public Optional<OperationModel> operation(WorldId world, String name, String id) {
        return provider(world, name).flatMap(provider -> shelf.model(world, provider, id));
    }

    /// The operation that a request meets.
    ///
    /// @param path below the server's URL, without query, as it was sent
    public Optional<OperationMatch> match(WorldId world, String name, String method, String path) {
        return shelf.find(world, name).flatMap(found -> found.paths().match(method, path));
    }

    /// Finds operations by id, path, summary, field, value or error code, as one types: every word may be the
    /// beginning of one, and one that begins none is taken for a misspelt one. Operations of that very id or path
    /// come first, then those that are called so, then those that have it in them.
    ///
    /// @param provider only of this one; null for all
    /// @param limit at most so many
    public SearchResults search(WorldId world, String query, @Nullable String provider, int limit) {
        return search.find(world, query, provider, limit);
    }

    /// Begins to import a document that is at hand.
    ///
    /// @param source where it came from, for people: a file's name
    /// @throws ProblemException REQUEST_INVALID when the name or the size does not do; STATE_CONFLICT for our own
    ///     names
    public ImportJob importDocument(WorldId world, String name, byte[] document, String source, Actor actor) {
        ProviderNames.checked(name);
        if (document.length == 0 || document.length > ReadOptions.STANDARD.mostBytes()) {
            throw new ProblemException(
                    REQUEST_INVALID,
                    "the document: 1 to " + ReadOptions.STANDARD.mostBytes() + " bytes, got " + document.length);
        }
        return put(world, name, source.isBlank() ? "upload" : source, null, document, actor);
    }

    /// Begins to import what is at `url`, and to fetch it first.
    ///
    /// @throws ProblemException REQUEST_INVALID when the name or the URL does not do; STATE_CONFLICT for our own
    ///     names
    public ImportJob importUrl(WorldId world, String name, String url, Actor actor) {
        ProviderNames.checked(name);
        try {
            TargetUrl.parse(url);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(REQUEST_INVALID, "url: " + malformed.getMessage());
        }
        return put(world, name, url, url, null, actor);
    }

    private ImportJob put(
            WorldId world, String name, String source, @Nullable String url, byte @Nullable [] document, Actor actor) {
        ImportJob job = imports.put(world, name, source, url, document, actor);
        Worker awake = worker;
        if (awake != null) {
            awake.wake();
        }
        return job;
    }

    /// How far an import is; empty when there is none of that id.
    public Optional<ImportJob> importJob(WorldId world, String id) {
        return database.read(tx -> new ImportStore().find(tx, world, id));
    }

    /// The newest 50 imports, newest first.
    public List<ImportJob> importJobs(WorldId world) {
        return database.read(tx -> new ImportStore().list(tx, world, RECENT));
    }

    /// Every document that was imported as `name`, newest first.
    ///
    /// @throws ProblemException NOT_FOUND
    public List<ProviderVersion> versions(WorldId world, String name) {
        required(world, name);
        return database.read(tx -> store.versions(tx, world, name));
    }

    /// What changed between two versions of `name`.
    ///
    /// @param from empty for the one before `to`
    /// @param to empty for the newest
    /// @throws ProblemException NOT_FOUND
    public VersionChanges changes(WorldId world, String name, OptionalInt from, OptionalInt to) {
        List<Integer> numbers =
                versions(world, name).stream().map(ProviderVersion::number).toList();
        return database.read(tx -> new Comparison(tx, world, name).of(numbers, from, to));
    }

    /// What the newest document of `name` had to be forgiven.
    ///
    /// @throws ProblemException NOT_FOUND
    public List<Tolerated> tolerated(WorldId world, String name) {
        Provider provider = required(world, name);
        return database.read(tx -> store.overview(tx, world, name, provider.version()))
                .map(Overview::tolerated)
                .orElse(List.of());
    }

    /// Removes a provider with all its versions.
    ///
    /// @throws ProblemException NOT_FOUND; STATE_CONFLICT for our own
    public void remove(WorldId world, String name, Actor actor) {
        ProviderNames.checked(name);
        database.run(tx -> {
            store.lock(tx, world, name);
            Provider provider = store.find(tx, world, name).orElseThrow(() -> unknown(name));
            store.deleteProvider(tx, world, name);
            operations.deleteAll(tx, world, name);
            search.remove(tx, world, name);
            store.deleteVersions(tx, world, name);
            shelf.changed(world, name);
            audit.record(new AuditEntry(
                    world,
                    null,
                    name,
                    actor,
                    "provider.removed",
                    Json.object().put("title", provider.title()).put("version", provider.version()),
                    NullNode.instance));
        });
    }

    /// Makes one of our own documents a provider, or does nothing when it is one already.
    public void builtIn(WorldId world, String name, byte[] document) {
        Given given = new Given(world, name, document, "built in", true, Actor.SYSTEM);
        if (importing.run(given, _ -> {}) instanceof Outcome.Refused(String reason)) {
            throw new IllegalStateException("our own document " + name + " cannot be read: " + reason);
        }
    }

    private Provider required(WorldId world, String name) {
        return provider(world, name).orElseThrow(() -> unknown(name));
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(NOT_FOUND, "there is no provider " + name);
    }

    public RouteTable routes() {
        return new ProviderRoutes(this);
    }

    /// Begins to run imports.
    public void start() {
        readAnew();
        worker = new Worker("provider-imports", LOOK_EVERY, this::runNextImport);
    }

    /// What an older Gangway read, this one reads again from the document that was kept.
    private void readAnew() {
        database.read(store::stale)
                .forEach(one -> imports.put(one.world(), one.name(), one.source(), null, one.document(), Actor.SYSTEM));
    }

    /// Runs one import that waits; false when none does.
    boolean runNextImport() {
        return imports.step();
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}
