package dev.gangway.workflow;

/// The contract, where the process dies after every entry of every journal.
class MemoryEngineReplayTest extends EngineContractTest {
    @Override
    protected TestEngine engine() {
        return new MemoryEngine(true);
    }
}
