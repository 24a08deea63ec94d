package dev.gangway.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Entry;
import dev.gangway.workflow.WorkflowError;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the workflow that a definition names for its failed runs.
record Failures(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String HANDLING = "failure:";

    /// Within the transaction that ends the run. The failure of a run that handles another's starts nothing more.
    void handle(Claimed run, WorkflowError error) {
        Definition failed = engine.definitions().version(run.world(), run.workflow(), run.version());
        if (failed.onFailure().isEmpty() || run.startedBy().startsWith(HANDLING)) {
            return;
        }
        String name = failed.onFailure().get();
        Optional<Definition> handler = engine.definitions().named(run.world(), name, "");
        if (handler.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("run", run.id())
                    .addKeyValue("workflow", name)
                    .log("no such failure workflow");
            return;
        }
        new Beginning(engine)
                .begin(run.world(), handler.get(), Entry.whole(told(run, error)), null, HANDLING + run.id());
    }

    private static ObjectNode told(Claimed run, WorkflowError error) {
        ObjectNode input = Json.object()
                .put("run", run.id())
                .put("workflow", run.workflow())
                .put("version", run.version());
        input.set("input", run.input());
        input.set("error", error.json());
        return input;
    }
}
