package dev.gangway.temporal;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// A run, as Temporal sees it. Its workflow id is the run's.
@WorkflowInterface
public interface RunExecution {
    String TYPE = "gangway-run";

    /// @param epoch of the claim; with another one, the run is somewhere else by now
    @WorkflowMethod(name = TYPE)
    void run(String world, String run, long epoch);

    /// There is something to look at.
    ///
    /// @param epoch of the newest claim
    @SignalMethod
    void look(long epoch);

    /// Positions of the journal that are not in the database yet, as a JSON list.
    @QueryMethod
    String recorded(int from, int limit);

    /// What it waits for, as JSON.
    @QueryMethod
    String waiting();
}
