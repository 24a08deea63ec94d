package dev.gangway.temporal;

import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Loses workflow tasks, each once, as when the process dies: what the run wrote down is in our database, and the
/// history knows nothing of it.
final class LosingTasks extends WorkerInterceptorBase {
    private final Predicate<String> isLast;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    /// @param isLast whether a process dies right after this method of [Books], the first time that a run calls it for
    ///     a position
    LosingTasks(Predicate<String> isLast) {
        this.isLast = isLast;
    }

    int lost() {
        return lost.size();
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
            String method = method(asked.getActivityName());
            if (isLast.test(method) && !WorkflowUnsafe.isReplaying()) {
                output.getResult().get();
                if (lost.add(Workflow.getInfo().getWorkflowId() + " " + method + position(asked.getArgs()))) {
                    throw new IllegalStateException("the process dies here");
                }
            }
            return output;
        }

        private static String method(String activity) {
            String name = activity.substring("gangway-".length());
            return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        private static String position(Object[] arguments) {
            return Arrays.stream(arguments)
                    .filter(Integer.class::isInstance)
                    .toList()
                    .toString();
        }
    }
}
