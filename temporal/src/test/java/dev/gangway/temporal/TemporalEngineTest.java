package dev.gangway.temporal;

import dev.gangway.workflow.EngineContractTest;
import dev.gangway.workflow.TestEngine;
import org.junit.jupiter.api.AutoClose;

/// The contract, where executions stay in memory between their steps.
class TemporalEngineTest extends EngineContractTest {
    @AutoClose
    private static final TemporalTestEngine ENGINE = new TemporalTestEngine(100, 10_000);

    @Override
    protected TestEngine engine() {
        return ENGINE.anew();
    }
}
