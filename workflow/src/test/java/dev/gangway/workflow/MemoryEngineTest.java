package dev.gangway.workflow;

/// The contract, where nothing dies.
class MemoryEngineTest extends EngineContractTest {
    @Override
    protected TestEngine engine() {
        return new MemoryEngine(false);
    }
}
