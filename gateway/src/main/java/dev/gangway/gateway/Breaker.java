package dev.gangway.gateway;

import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Spares an upstream that cannot be reached, and those who wait for it: after some failures in a row nothing is sent
/// for a while, then one request tries. One circuit for each host. Thread-safe.
final class Breaker {
    private static final int FAILURES = 5; // in a row
    private static final long REST = Duration.ofSeconds(10).toNanos();

    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /// @param openUntil meaningful from the fifth failure on
    private record Circuit(int failures, long openUntil) {}

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// @throws ProblemException CIRCUIT_OPEN
    void check(String host) {
        Circuit circuit = circuits.get(host);
        if (circuit == null || circuit.failures() < FAILURES) {
            return;
        }
        long now = nanoTime.getAsLong();
        boolean mayTry = circuit.openUntil() - now <= 0
                && circuits.replace(host, circuit, new Circuit(circuit.failures(), now + REST));
        if (!mayTry) {
            throw new ProblemException(
                    ErrorCode.CIRCUIT_OPEN, host + " was not reached " + FAILURES + " times in a row");
        }
    }

    void succeeded(String host) {
        if (!circuits.isEmpty()) {
            circuits.remove(host);
        }
    }

    void failed(String host) {
        long openUntil = nanoTime.getAsLong() + REST;
        circuits.merge(host, new Circuit(1, openUntil), (old, _) -> new Circuit(old.failures() + 1, openUntil));
    }
}
