package dev.gangway.journal;

import dev.gangway.workflow.EngineContractTest;
import dev.gangway.workflow.TestEngine;
import org.junit.jupiter.api.AutoClose;

/// The contract, where the node dies after every entry that it writes.
class JournalTakeoverTest extends EngineContractTest {
    @AutoClose
    private final JournalTestEngine engine = new JournalTestEngine(true);

    @Override
    protected TestEngine engine() {
        return engine;
    }
}
