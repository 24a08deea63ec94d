package dev.gangway.journal;

import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Instant;

/// What the parts of the engine share.
///
/// @param underWay the calls that are being made
/// @param wake lets this node look for runs that are due, soon
/// @param tell lets this node tell runs that wait of the events that came, soon
/// @param home the engine that takes new runs to their ends
/// @param written called after each entry of a journal; for tests that let the process die there
record Engine(
        Database database,
        Clocks clocks,
        DefinitionShelf definitions,
        StepCaller steps,
        UnderWay underWay,
        Runnable wake,
        Runnable tell,
        String home,
        Runnable written) {
    Instant now(WorldId world) {
        return clocks.now(world);
    }
}
