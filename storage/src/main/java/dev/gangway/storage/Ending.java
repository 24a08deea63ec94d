package dev.gangway.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens after a transaction, and whether it is known how that ended. Used by one thread.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final List<Runnable> afterEnd = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean commits;

    void afterEnd(Runnable action) {
        afterEnd.add(action);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /// Notes that the work is done and its commit comes next.
    <T extends @Nullable Object> T commits(T result) {
        commits = true;
        return result;
    }

    void committed() {
        afterEnd.forEach(Ending::runQuietly);
        afterCommit.forEach(Ending::runQuietly);
    }

    /// A transaction whose work failed is rolled back. One whose commit failed is in doubt: when only the answer was
    /// lost, PostgreSQL commits it, now or later.
    void failed() {
        if (commits) {
            LOG.warn("a commit was not answered");
        } else {
            afterEnd.forEach(Ending::runQuietly);
        }
    }

    static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            LOG.atWarn().setCause(failed).log("an action after a transaction failed");
        }
    }
}
