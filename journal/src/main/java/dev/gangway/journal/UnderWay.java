package dev.gangway.journal;

import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The calls that this node is making for runs, so that they can be broken off: their time is over, or their run is to
/// be cancelled. Thread-safe.
final class UnderWay {
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    UnderWay(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private enum Reason {
        LATE,
        CANCELLED
    }

    /// Makes a call on this thread, which is interrupted when it is broken off.
    ///
    /// @param most how long it may take; it is broken off when somebody looks after that
    /// @param repeatable whether it would do no harm to make it again
    Outcome during(StepCaller.Step step, Duration most, boolean repeatable, Supplier<Outcome> doing) {
        Call call = new Call(Thread.currentThread(), nanoTime.getAsLong() + most.toNanos(), !step.cleaningUp());
        calls.put(step.run(), call);
        Outcome outcome;
        Reason reason;
        try {
            outcome = doing.get();
        } finally {
            calls.remove(step.run());
            reason = call.end();
        }
        return reason == null || outcome instanceof Outcome.Done ? outcome : broken(reason, repeatable);
    }

    private static Outcome broken(Reason reason, boolean repeatable) {
        return switch (reason) {
            case CANCELLED ->
                Outcome.failed(ErrorKind.CANCELLED, "The run was cancelled while the call was under way.");
            case LATE ->
                repeatable
                        ? Outcome.failed(ErrorKind.TIMEOUT, "The time for this was over; the call was broken off.")
                        : Outcome.failed(
                                ErrorKind.OUTCOME_UNKNOWN,
                                "The time for this was over; the call was broken off, and may have had its effect.");
        };
    }

    /// Breaks off what takes too long.
    void breakOffLate() {
        long now = nanoTime.getAsLong();
        calls.values().stream().filter(call -> now - call.last > 0).forEach(call -> call.breakOff(Reason.LATE));
    }

    /// Breaks off the calls of runs that are to be cancelled, unless the run knows that and cleans up.
    void breakOff(Collection<String> runs) {
        for (String run : runs) {
            Call call = calls.get(run);
            if (call != null && call.cancellable) {
                call.breakOff(Reason.CANCELLED);
            }
        }
    }

    /// Whose calls they are.
    Set<String> runs() {
        return Set.copyOf(calls.keySet());
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    private static final class Call {
        private final Thread thread;
        private final long last;
        private final boolean cancellable;
        private @Nullable Reason reason;
        private boolean over;

        Call(Thread thread, long last, boolean cancellable) {
            this.thread = thread;
            this.last = last;
            this.cancellable = cancellable;
        }

        synchronized void breakOff(Reason why) {
            if (!over && reason == null) {
                reason = why;
                thread.interrupt();
            }
        }

        /// From now on the thread is left alone, and knows nothing of an interruption.
        synchronized @Nullable Reason end() {
            over = true;
            if (reason != null) {
                Thread.interrupted();
            }
            return reason;
        }
    }
}
