package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in a run the interpreter is.
///
/// @param path names of tasks, with the turns of loops, such as `/each[3]/create`
/// @param variables what expressions may use besides `$context`, `$input`, `$workflow` and `$task`, without `$`
/// @param deadline by when all within must have ended; null for none
record Frame(
        String path,
        Map<String, JsonNode> variables,
        @Nullable Instant deadline) {
    Frame in(String name) {
        return new Frame(path + name, variables, deadline);
    }

    Frame with(String variable, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Frame(path, Map.copyOf(more), deadline);
    }

    Frame until(Instant instant) {
        return (deadline != null && deadline.isBefore(instant)) ? this : new Frame(path, variables, instant);
    }
}
