package dev.gangway.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a task failed (RFC 7807). Errors are data: recorded, caught by type, given to failure workflows.
///
/// @param type a URI
/// @param status an HTTP status
/// @param title what kind of error it is
/// @param detail what was wrong this time; may be empty
/// @param instance path of the task in the run, such as `/each[3]/create`; empty until it is known
/// @param response `{status, body}` of the call that failed; null when there was no response
/// @param retryAfter how long the other side asked us to wait; null when it did not
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowError(
        String type,
        int status,
        String title,
        String detail,
        String instance,
        @Nullable JsonNode response,
        @Nullable Duration retryAfter) {

    public static WorkflowError of(ErrorKind kind, String detail) {
        return new WorkflowError(kind.uri(), kind.status(), kind.title(), detail, "", null, null);
    }

    /// The same error of one who asked us to wait.
    public WorkflowError after(@Nullable Duration pause) {
        return new WorkflowError(type, status, title, detail, instance, response, pause);
    }

    public boolean is(ErrorKind kind) {
        return kind.is(type);
    }

    /// The same error as one of the task at `path`, unless it has a place already.
    public WorkflowError at(String path) {
        return instance.isEmpty() ? new WorkflowError(type, status, title, detail, path, response, retryAfter) : this;
    }

    public JsonNode json() {
        return Json.MAPPER.valueToTree(this);
    }

    /// Reads [#json].
    public static WorkflowError of(JsonNode json) {
        return Json.read(json, WorkflowError.class);
    }
}
