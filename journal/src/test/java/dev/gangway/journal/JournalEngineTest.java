package dev.gangway.journal;

import dev.gangway.workflow.EngineContractTest;
import dev.gangway.workflow.TestEngine;
import org.junit.jupiter.api.AutoClose;

/// The contract, where nothing dies.
class JournalEngineTest extends EngineContractTest {
    @AutoClose
    private final JournalTestEngine engine = new JournalTestEngine(false);

    @Override
    protected TestEngine engine() {
        return engine;
    }
}
