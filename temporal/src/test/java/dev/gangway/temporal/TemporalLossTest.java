package dev.gangway.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.workflow.EngineContractTest;
import dev.gangway.workflow.TestEngine;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;

/// The contract, where the process dies each time when it has written to the database and not yet to Temporal.
class TemporalLossTest extends EngineContractTest {
    private static final Set<String> READS = Set.of("begin", "orders");

    @AutoClose
    private static final TemporalTestEngine ENGINE = new TemporalTestEngine(0, 10_000);

    @Override
    protected TestEngine engine() {
        TemporalTestEngine engine = ENGINE.anew();
        engine.dyingAfter = method -> !READS.contains(method);
        return engine;
    }

    @AfterAll
    static void it_died_in_each() {
        assertThat(ENGINE.losing.lost()).isGreaterThan(30);
    }
}
