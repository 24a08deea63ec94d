package dev.gangway.gateway;

import dev.gangway.allowance.Allowances;
import dev.gangway.allowance.Allowances.Call;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import java.time.Duration;
import java.util.Optional;

/// Holds calls to the limits of their connection.
record Admission(Allowances allowances) {
    /// A place among the calls under way, until it is closed.
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /// How long a call that comes back must wait; empty when it may go, and has a place.
    Optional<Duration> heldBack(Connection connection, String id) {
        return allowances.enter(call(connection, id));
    }

    /// @param id what the call is known by; one that was admitted before has its place already
    /// @throws ProblemException RATE_LIMITED
    Place enter(Connection connection, String id) {
        if (connection.limits().isNone()) {
            return () -> {};
        }
        Call call = call(connection, id);
        Optional<Duration> wait = allowances.enterNow(call);
        if (wait.isPresent()) {
            throw new ProblemException(
                    ErrorCode.RATE_LIMITED, "the connection " + connection.name() + " takes no more calls now", wait);
        }
        return () -> allowances.leave(call);
    }

    private static Call call(Connection connection, String id) {
        return new Call(connection.world(), connection.name(), connection.limits(), id);
    }
}
