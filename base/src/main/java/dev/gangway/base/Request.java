package dev.gangway.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A request as handlers see it, read whole and within limits.
///
/// @param id 15 letters and digits, in the answer's `x-request-id` and in every log line
/// @param route the route that matched
/// @param path path parameters by name, decoded
/// @param query the first value of each query parameter, decoded
/// @param headers looks a header up by its name in any case; null when absent
/// @param body the bytes, empty when there were none
/// @param caller who the edge authenticated; [Caller#ANONYMOUS] on [Access#ANYONE] routes
public record Request(
        String id,
        Route route,
        Map<String, String> path,
        Map<String, String> query,
        Function<String, Optional<String>> headers,
        byte[] body,
        Caller caller) {

    /// Who is to be on record for what this request changes.
    public Actor actor() {
        return new Actor(caller.name(), id);
    }

    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /// Whether nothing that is there already may be changed (`If-None-Match: *`, RFC 9110, 13.1.2).
    public boolean wantsOnlyNew() {
        return header("If-None-Match").filter("*"::equals).isPresent();
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /// The path parameter `name`; it is a bug to ask for one that the route's path does not have.
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException(route.path() + " has no {" + name + "}");
        }
        return value;
    }

    /// The body as a JSON object.
    ///
    /// @throws ProblemException REQUEST_INVALID when it is anything else
    public JsonNode json() {
        try {
            JsonNode value = Json.parse(body);
            if (value.isObject()) {
                return value;
            }
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "the body must be a JSON object");
        } catch (MalformedJson malformed) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, "the body could not be parsed as JSON");
        }
    }

    /// The body as a record; unknown and ill-typed members are refused.
    ///
    /// @throws ProblemException REQUEST_INVALID
    public <T> T json(Class<T> type) {
        try {
            return Json.read(json(), type);
        } catch (MalformedJson misfit) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, misfit.reason());
        }
    }
}
