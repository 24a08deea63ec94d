package dev.gangway.temporal;

import dev.gangway.workflow.EngineContractTest;
import dev.gangway.workflow.TestEngine;
import org.junit.jupiter.api.AutoClose;

/// The contract, where every task of an execution runs it again from the start of its history.
class TemporalReplayTest extends EngineContractTest {
    @AutoClose
    private static final TemporalTestEngine ENGINE = new TemporalTestEngine(0, 10_000);

    @Override
    protected TestEngine engine() {
        return ENGINE.anew();
    }
}
