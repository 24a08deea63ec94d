package dev.gangway.temporal;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Loses a workflow task once, as when the process dies: what the run wrote down is in our database, and the history
/// knows nothing of it.
final class LosingTasks extends WorkerInterceptorBase {
    private final AtomicReference<@Nullable String> after = new AtomicReference<>();

    /// @param books the method of [Books] that is the last that the process does
    void next(@Nullable String books) {
        after.set(books == null ? null : "gangway-" + books);
    }

    boolean isDone() {
        return after.get() == null;
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor calls) {
        return new WorkflowInboundCallsInterceptorBase(calls) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outbound) {
                super.init(new Losing(outbound));
            }
        };
    }

    private final class Losing extends WorkflowOutboundCallsInterceptorBase {
        private Losing(WorkflowOutboundCallsInterceptor calls) {
            super(calls);
        }

        @Override
        public <R> LocalActivityOutput<R> executeLocalActivity(LocalActivityInput<R> asked) {
            LocalActivityOutput<R> output = super.executeLocalActivity(asked);
            if (asked.getActivityName().equalsIgnoreCase(after.get())) {
                output.getResult().get();
                after.set(null);
                throw new IllegalStateException("the process dies here");
            }
            return output;
        }
    }
}
