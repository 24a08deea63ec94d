package dev.gangway.audit;

import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a world's chain from its start to where it ended when reading began, a page at a time: memory stays the
/// same however long the chain is, and no transaction stays open.
final class Chain {
    private static final int PAGE = 500; // rows

    private final Database database;
    private final ChainStore store;
    private final WorldId world;
    private final long lastPosition;
    private final ChainEnd end;

    Chain(Database database, ChainStore store, WorldId world) {
        this.database = database;
        this.store = store;
        this.world = world;
        // In this order: what is sealed meanwhile moves the end, and must not look like a row behind it.
        this.lastPosition = database.read(tx -> store.lastPosition(tx, world));
        this.end = database.read(tx -> store.end(tx, world)).orElse(ChainEnd.START);
    }

    /// Recomputes every link.
    Verification verify() {
        ChainEnd reached = ChainEnd.START;
        while (reached.position() < end.position()) {
            List<SealedEvent> links = pageAfter(reached.position());
            if (links.isEmpty()) {
                return Verification.brokenAt(reached.position() + 1);
            }
            for (SealedEvent link : links) {
                if (!link.follows(reached)) {
                    return Verification.brokenAt(reached.position() + 1);
                }
                reached = link.end();
            }
        }
        if (!reached.equals(end)) { // a tail that fits in itself, but is not what was sealed
            return Verification.brokenAt(end.position());
        }
        return lastPosition > end.position()
                ? Verification.brokenAt(end.position() + 1)
                : Verification.intact(end.position());
    }

    /// Writes every link as one line of JSON, whether or not the chain is intact.
    void write(OutputStream out) throws IOException {
        long position = 0;
        List<SealedEvent> links = pageAfter(position);
        while (!links.isEmpty()) {
            for (SealedEvent link : links) {
                out.write(link.line().getBytes(StandardCharsets.UTF_8));
            }
            position = links.getLast().position();
            links = pageAfter(position);
        }
    }

    private List<SealedEvent> pageAfter(long position) {
        return database.read(tx -> store.sealedBetween(tx, world, position, end.position(), PAGE));
    }
}
