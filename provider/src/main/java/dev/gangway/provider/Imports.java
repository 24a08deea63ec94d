package dev.gangway.provider;

import dev.gangway.base.Actor;
import dev.gangway.base.Clocks;
import dev.gangway.base.Ids;
import dev.gangway.base.WorldId;
import dev.gangway.egress.Downloads;
import dev.gangway.egress.Fetched;
import dev.gangway.egress.TargetUrl;
import dev.gangway.openapi.ReadOptions;
import dev.gangway.provider.ImportJob.State;
import dev.gangway.provider.ImportStore.Claimed;
import dev.gangway.provider.Importing.Given;
import dev.gangway.provider.Importing.Outcome;
import dev.gangway.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Imports as jobs: put down in the database, claimed by one node, begun anew when that node dies.
final class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final long MEMORY_OF_A_BYTE = 14; // bytes of heap, while a document is read
    private static final long MEMORY_OF_THE_REST = 64 << 20; // bytes

    private final Database database;
    private final Clocks clocks;
    private final Downloads downloads;
    private final Importing importing;
    private final ImportStore store = new ImportStore();

    Imports(Database database, Clocks clocks, Downloads downloads, Importing importing) {
        this.database = database;
        this.clocks = clocks;
        this.downloads = downloads;
        this.importing = importing;
    }

    /// @param url where to fetch the document; null when `document` is it
    ImportJob put(
            WorldId world,
            String provider,
            String source,
            @Nullable String url,
            byte @Nullable [] document,
            Actor actor) {
        String id = Ids.of("imp");
        Instant now = clocks.now(world).truncatedTo(ChronoUnit.MICROS);
        Claimed job = new Claimed(world, id, provider, source, url, document, actor);
        database.run(tx -> store.insert(tx, job, now));
        return database.read(tx -> store.find(tx, world, id)).orElseThrow();
    }

    /// Runs one import that waits, if there is one.
    boolean step() {
        Instant now = clocks.now(WorldId.MAIN);
        Optional<Claimed> claimed = database.transaction(tx -> store.claim(tx, now, now.plus(LEASE)));
        claimed.ifPresent(this::run);
        return claimed.isPresent();
    }

    private void run(Claimed job) {
        switch (document(job)) {
            case Fetched.Failed(String reason) -> refuse(job, "The document could not be fetched: " + reason + ".");
            case Fetched.Got(byte[] bytes) -> read(job, bytes);
        }
    }

    private void read(Claimed job, byte[] bytes) {
        progress(job, State.READING, 0);
        Given given = new Given(job.world(), job.provider(), bytes, job.source(), false, job.actor());
        switch (imported(job, given)) {
            case Outcome.Refused(String reason) -> refuse(job, reason);
            case Outcome.Kept(int version, boolean unchanged) -> {
                database.run(tx -> store.done(tx, job.world(), job.id(), version, unchanged));
                LOG.atInfo()
                        .addKeyValue("import", job.id())
                        .addKeyValue("provider", job.provider())
                        .addKeyValue("version", version)
                        .log(unchanged ? "imported, nothing new" : "imported");
            }
        }
    }

    private Outcome imported(Claimed job, Given given) {
        long memory = Runtime.getRuntime().maxMemory();
        long needed = MEMORY_OF_THE_REST + given.document().length * MEMORY_OF_A_BYTE;
        if (needed > memory) {
            return tooLarge(memory, needed);
        }
        try {
            return importing.run(given, total -> progress(job, State.STORING, total));
        } catch (OutOfMemoryError more) { // what it took is free again by now
            return tooLarge(memory, 2 * memory);
        }
    }

    private static Outcome tooLarge(long memory, long needed) {
        return new Outcome.Refused(
                "The document needs more memory than the %d MiB of this server. Start it with GANGWAY_JAVA_OPTS=-Xmx%dm."
                        .formatted(memory >> 20, (needed + needed / 8) >> 20)); // a part of the heap is never usable
    }

    private Fetched document(Claimed job) {
        byte[] given = job.document();
        if (given != null) {
            return new Fetched.Got(given);
        }
        progress(job, State.FETCHING, 0);
        try {
            TargetUrl url = TargetUrl.parse(String.valueOf(job.url()));
            return downloads.get(url, ReadOptions.STANDARD.mostBytes());
        } catch (IllegalArgumentException malformed) {
            return new Fetched.Failed("the URL " + malformed.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closing; another node, or the next start, begins anew", closing);
        }
    }

    private void refuse(Claimed job, String reason) {
        database.run(tx -> store.refused(tx, job.world(), job.id(), reason));
        LOG.atInfo()
                .addKeyValue("import", job.id())
                .addKeyValue("provider", job.provider())
                .addKeyValue("reason", reason)
                .log("import refused");
    }

    private void progress(Claimed job, State state, int total) {
        database.run(tx -> store.progress(tx, job.world(), job.id(), state, 0, total));
    }
}
