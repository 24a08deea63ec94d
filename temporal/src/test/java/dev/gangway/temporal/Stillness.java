package dev.gangway.temporal;

import dev.gangway.storage.Database;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.util.List;

/// Waits until no run has anything to do: nothing is due in the database, and of each that goes on, Temporal's history
/// ends with a task that was completed, and no activity is under way.
record Stillness(Database database, WorkflowClient client) {
    private static final long DEADLINE = 60_000_000_000L; // nanoseconds
    private static final int LOOKS = 3; // in a row: a history is not written all at once
    private static final long PAUSE = 15; // milliseconds

    void await() {
        long start = System.nanoTime();
        int still = 0;
        while (still < LOOKS) {
            still = isStill() ? still + 1 : 0;
            if (System.nanoTime() - start > DEADLINE) {
                throw new AssertionError("never still: " + executing());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    private boolean isStill() {
        return !isAnythingDue() && executing().stream().allMatch(this::rests);
    }

    private boolean isAnythingDue() {
        return database.read(tx -> tx.createQuery(
                        "select exists (select from journal.run where state = 'active' and due_at is not null)")
                .mapTo(boolean.class)
                .one());
    }

    private List<String> executing() {
        return database.read(tx -> tx.createQuery("select id from journal.run where executing")
                .mapTo(String.class)
                .list());
    }

    private boolean rests(String run) {
        int scheduled = 0;
        EventType lastTask = EventType.EVENT_TYPE_UNSPECIFIED;
        for (HistoryEvent event : client.fetchHistory(run).getEvents()) {
            switch (event.getEventType()) {
                case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED -> scheduled++;
                case EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
                        EVENT_TYPE_ACTIVITY_TASK_FAILED,
                        EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT -> scheduled--;
                case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                        EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
                        EVENT_TYPE_TIMER_FIRED,
                        EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                        EVENT_TYPE_WORKFLOW_TASK_STARTED,
                        EVENT_TYPE_WORKFLOW_TASK_FAILED,
                        EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT,
                        EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> lastTask = event.getEventType();
                default -> {}
            }
        }
        return scheduled == 0 && lastTask == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED;
    }
}
