package dev.gangway.webhook;

import static dev.gangway.webhook.PauseReason.REJECTIONS;

import dev.gangway.base.Clocks;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pauses endpoints that meet the [PauseRule]. Only those that rejected something since the last look are
/// judged: counting every busy endpoint's attempts again and again would cost more than delivering. What is
/// noted is lost with the process, and noted anew at the next rejection. Thread-safe.
final class RejectionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RejectionWatch.class);

    private final Database database;
    private final Clocks clocks;
    private final AttemptStore attempts = new AttemptStore();
    private final EndpointStore endpoints = new EndpointStore();
    private final Set<Suspect> suspects = ConcurrentHashMap.newKeySet();

    RejectionWatch(Database database, Clocks clocks) {
        this.database = database;
        this.clocks = clocks;
    }

    /// Remembers that `endpoint` rejected an attempt, or did not answer it.
    void note(Endpoint endpoint) {
        suspects.add(new Suspect(endpoint.world(), endpoint.id()));
    }

    /// Judges what was noted since the last time.
    void judge() {
        for (Suspect suspect : List.copyOf(suspects)) {
            suspects.remove(suspect); // before the look, so that nothing noted during it is lost
            judge(suspect);
        }
    }

    private void judge(Suspect suspect) {
        Instant now = clocks.now(suspect.world());
        boolean paused = database.transaction(tx ->
                PauseRule.isMetBy(attempts.tally(tx, suspect.world(), suspect.endpoint(), now.minus(PauseRule.WINDOW)))
                        && endpoints.pause(tx, suspect.world(), suspect.endpoint(), REJECTIONS, now));
        if (paused) {
            LOG.atWarn()
                    .addKeyValue("endpoint", suspect.endpoint())
                    .log("webhook endpoint paused: it rejects nearly everything");
        }
    }

    private record Suspect(WorldId world, String endpoint) {}
}
