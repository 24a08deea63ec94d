package dev.gangway.temporal;

import dev.gangway.workflow.EngineContractTest;
import dev.gangway.workflow.TestEngine;
import org.junit.jupiter.api.AutoClose;

/// The contract, where an execution hands its journal over and goes on with a new history every few steps.
class TemporalCompactionTest extends EngineContractTest {
    @AutoClose
    private static final TemporalTestEngine ENGINE = new TemporalTestEngine(100, 12);

    @Override
    protected TestEngine engine() {
        return ENGINE.anew();
    }
}
