package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where in a run the interpreter is.
///
/// @param path names of tasks, with the turns of loops, such as `/each[3]/create`
/// @param variables what expressions may use besides `$context`, `$input`, `$workflow` and `$task`, without `$`
/// @param deadline by when all within must have ended; null for none
/// @param retried whether a `retry` around would take care of an error
record Frame(
        String path,
        Map<String, JsonNode> variables,
        @Nullable Instant deadline,
        Predicate<WorkflowError> retried) {
    static Frame outermost(String path, Map<String, JsonNode> variables) {
        return new Frame(path, Map.copyOf(variables), null, _ -> false);
    }

    Frame in(String name) {
        return new Frame(path + name, variables, deadline, retried);
    }

    Frame with(String variable, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Frame(path, Map.copyOf(more), deadline, retried);
    }

    /// The same with an earlier deadline, if `instant` is one.
    Frame until(@Nullable Instant instant) {
        boolean earlier = instant != null && (deadline == null || instant.isBefore(deadline));
        return earlier ? new Frame(path, variables, instant, retried) : this;
    }

    Frame retriedWhere(Predicate<WorkflowError> more) {
        return new Frame(path, variables, deadline, retried.or(more));
    }
}
