package dev.gangway.base;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats one step of background work on a virtual thread of its own: again at once while there is more to
/// do, otherwise when woken or after `idle`. A step that throws, whatever it be, is logged and tried again after
/// `idle`; all its state is in the database, so dying between two steps loses nothing.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration GRACE = Duration.ofSeconds(10); // for the step under way at close

    private final String name;
    private final Duration idle;
    private final Duration rest;
    private final BooleanSupplier step;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /// @param step does one batch and says whether there may be more right away
    public Worker(String name, Duration idle, BooleanSupplier step) {
        this(name, idle, Duration.ZERO, step);
    }

    /// @param rest the shortest pause once there is no more to do: what comes meanwhile becomes one batch
    public Worker(String name, Duration idle, Duration rest, BooleanSupplier step) {
        this.name = name;
        this.idle = idle;
        this.rest = rest;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /// Ends the pause of an idle worker. Cheap; call it after the commit that made work.
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!step.getAsBoolean()) {
                    pause();
                }
            } catch (InterruptedException closing) {
                return;
            } catch (RuntimeException | Error failed) {
                if (closed) {
                    return;
                }
                LOG.atWarn().setCause(failed).addKeyValue("worker", name).log("step failed, will be tried again");
                pauseQuietly();
            }
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(rest);
        boolean woken = wakeUps.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            wakeUps.drainPermits();
        }
    }

    private void pauseQuietly() {
        try {
            Thread.sleep(idle);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops after the step under way, interrupting it when it takes longer than 10 s.
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
