package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Makes the calls of one task: again where the other side puts them off, and page by page.
///
/// @param kind of the steps
record Exchanges(Port port, StepKind kind) {
    private static final int MOST_WAITS = 10; // for one call that the other side puts off again and again
    private static final Duration LEAST = Duration.ofSeconds(1); // between two of them, whatever was asked for
    private static final int LARGEST = 1 << 20; // bytes of all items together

    /// @param task that has been checked
    /// @param variables of the task
    /// @return what the task passes on
    JsonNode made(JsonNode task, ObjectNode arguments, Map<String, JsonNode> variables, Frame frame) {
        Pages pages = Pages.of(task).orElse(null);
        if (pages != null) {
            return all(pages, arguments, variables, frame);
        }
        JsonNode response = answered(arguments, frame);
        boolean whole = task.at("/with/output").asText().equals("response");
        return whole ? response : body(response);
    }

    private static JsonNode body(JsonNode response) {
        return response.has("body") ? response.get("body") : response;
    }

    private ArrayNode all(Pages pages, ObjectNode first, Map<String, JsonNode> variables, Frame frame) {
        ArrayNode all = Json.array();
        ObjectNode arguments = first;
        JsonNode before = null;
        int size = 0;
        for (int page = 0; page < pages.most(); page++) {
            JsonNode body = body(answered(arguments, frame.in("[" + page + "]")));
            Map<String, JsonNode> here = new HashMap<>(variables);
            here.put("page", IntNode.valueOf(page));
            here.put("count", IntNode.valueOf(all.size()));
            JsonNode items = pages.items(body, here);
            size += Json.bytes(items).length;
            if (size > LARGEST) {
                throw new Fault(ErrorKind.LIMIT, "The items of all pages together have at most 1 MiB.");
            }
            items.forEach(all::add);
            here.put("count", IntNode.valueOf(all.size()));
            JsonNode next = pages.next(body, here).orElse(null);
            if (next == null) {
                return all;
            }
            if (next.equals(before)) {
                throw new Fault(ErrorKind.VALIDATION, "Page " + page + " names itself as the next one.");
            }
            before = next;
            arguments = pages.turned(arguments, next);
        }
        throw new Fault(ErrorKind.LIMIT, "There are more than " + pages.most() + " pages.");
    }

    private JsonNode answered(ObjectNode arguments, Frame frame) {
        StepPolicy policy = new StepPolicy(frame.deadline());
        Outcome outcome = port.step(frame.path(), kind, arguments, policy);
        for (int wait = 1; wait <= MOST_WAITS && waited(outcome, frame); wait++) {
            outcome = port.step(frame.path(), kind, arguments, policy);
        }
        return Fault.valueOf(outcome);
    }

    /// Waits as long as the other side asked for, where no `retry` around does and there is time.
    private boolean waited(Outcome outcome, Frame frame) {
        if (!(outcome instanceof Outcome.Failed(WorkflowError error))
                || error.retryAfter() == null
                || !error.is(ErrorKind.COMMUNICATION)
                || frame.retried().test(error.at(frame.path()))) {
            return false;
        }
        Duration asked = error.retryAfter().compareTo(LEAST) < 0 ? LEAST : error.retryAfter();
        Instant turn = port.now(frame.path()).plus(asked);
        Instant deadline = frame.deadline();
        if (deadline != null && !turn.isBefore(deadline)) {
            return false;
        }
        Fault.valueOf(port.sleepUntil(frame.path(), turn));
        return true;
    }
}
