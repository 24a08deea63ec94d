package dev.gangway.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.openapi.Api;
import dev.gangway.openapi.ApiReader;
import dev.gangway.openapi.ModelFormat;
import dev.gangway.openapi.OperationModel;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.openapi.Reading;
import dev.gangway.provider.ProviderStore.NewVersion;
import dev.gangway.provider.ProviderStore.Served;
import dev.gangway.storage.Database;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;

/// Reads a document and keeps it as the newest version of its provider, in one transaction.
final class Importing {
    private static final int BATCH = 200; // operations

    private final Database database;
    private final Clocks clocks;
    private final AuditTrail audit;
    private final Shelf shelf;
    private final Search search;
    private final ProviderStore providers = new ProviderStore();
    private final OperationStore operations = new OperationStore();

    Importing(Database database, Clocks clocks, AuditTrail audit, Shelf shelf, Search search) {
        this.database = database;
        this.clocks = clocks;
        this.audit = audit;
        this.shelf = shelf;
        this.search = search;
    }

    /// A document to import.
    ///
    /// @param source where it came from, for people
    record Given(WorldId world, String provider, byte[] document, String source, boolean builtIn, Actor actor) {}

    /// What became of it.
    sealed interface Outcome {
        /// @param unchanged whether it was there already
        record Kept(int version, boolean unchanged) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    /// @param known told how many operations there are, once that is known
    Outcome run(Given given, IntConsumer known) {
        byte[] digest = Digests.sha256(given.document());
        Optional<Served> served = database.read(tx -> providers.served(tx, given.world(), given.provider()));
        if (served.isPresent() && isSame(served.get(), digest)) {
            return new Outcome.Kept(served.get().number(), true);
        }
        return switch (ApiReader.read(given.document(), ReadOptions.STANDARD)) {
            case Reading.Refused(String reason) -> new Outcome.Refused(reason);
            case Reading.Read(Api api) -> {
                known.accept(api.operations().size());
                yield new Outcome.Kept(database.transaction(tx -> keep(tx, given, digest, api)), false);
            }
        };
    }

    private static boolean isSame(Served served, byte[] digest) {
        return served.format() == ModelFormat.VERSION && Arrays.equals(served.digest(), digest);
    }

    private int keep(Handle tx, Given given, byte[] digest, Api api) {
        WorldId world = given.world();
        String name = given.provider();
        providers.lock(tx, world, name);
        JsonNode before = described(providers.find(tx, world, name));
        int number = providers.newest(tx, world, name) + 1;
        List<OperationModel> models = api.operations();
        providers.insertVersion(
                tx,
                world,
                name,
                new NewVersion(
                        number,
                        given.document(),
                        digest,
                        given.source(),
                        Overview.of(api),
                        models.size(),
                        clocks.now(world).truncatedTo(ChronoUnit.MICROS),
                        given.actor().name()));
        for (int at = 0; at < models.size(); at += BATCH) {
            operations.insert(tx, world, name, number, at, models.subList(at, Math.min(at + BATCH, models.size())));
        }
        search.index(tx, world, name, models);
        providers.serve(tx, world, name, number, given.builtIn());
        shelf.changed(world, name);
        JsonNode after = described(providers.find(tx, world, name));
        String action = before.isNull() ? "provider.added" : "provider.updated";
        audit.record(new AuditEntry(world, null, name, given.actor(), action, before, after));
        return number;
    }

    private static JsonNode described(Optional<Provider> provider) {
        return provider.<JsonNode>map(one -> Json.object()
                        .put("version", one.version())
                        .put("title", one.title())
                        .put("document_version", one.documentVersion())
                        .put("source", one.source())
                        .put("operations", one.operations()))
                .orElse(NullNode.instance);
    }
}
