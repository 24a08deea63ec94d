package dev.gangway.temporal;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// The calls that runs make, each an activity of its own.
@ActivityInterface
public interface Calls {
    /// @param step a [dev.gangway.journal.StepCaller.Step] as JSON
    /// @return the outcome as JSON, or `{held: "PT5S"}` when it must wait for so long before it may be made
    @ActivityMethod(name = "gangway-call")
    String call(String step);
}
