package dev.gangway.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.time.Duration;
import java.time.Instant;
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
/// @param until by when a cancelled run must have cleaned up; null for all other errors
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkflowError(
        String type,
        int status,
        String title,
        String detail,
        String instance,
        @Nullable JsonNode response,
        @Nullable Duration retryAfter,
        @Nullable Instant until) {
    /// How long a cancelled run may clean up.
    public static final Duration GRACE = Duration.ofMinutes(5);

    public static WorkflowError of(ErrorKind kind, String detail) {
        return new WorkflowError(kind.uri(), kind.status(), kind.title(), detail, "", null, null, null);
    }

    /// A run is to be cancelled, and hears of it now.
    public static WorkflowError cancelled(String detail, Instant now) {
        ErrorKind kind = ErrorKind.CANCELLED;
        return new WorkflowError(kind.uri(), kind.status(), kind.title(), detail, "", null, null, now.plus(GRACE));
    }

    /// The same error of one who asked us to wait.
    public WorkflowError after(@Nullable Duration pause) {
        return new WorkflowError(type, status, title, detail, instance, response, pause, until);
    }

    public boolean is(ErrorKind kind) {
        return kind.is(type);
    }

    /// The same error as one of the task at `path`, unless it has a place already.
    public WorkflowError at(String path) {
        return instance.isEmpty()
                ? new WorkflowError(type, status, title, detail, path, response, retryAfter, until)
                : this;
    }

    public JsonNode json() {
        return Json.MAPPER.valueToTree(this);
    }

    /// Reads [#json].
    public static WorkflowError of(JsonNode json) {
        return Json.read(json, WorkflowError.class);
    }
}
