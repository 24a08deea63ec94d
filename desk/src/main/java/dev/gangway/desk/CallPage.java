package dev.gangway.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gangway.access.AccessToken;
import dev.gangway.base.Json;
import dev.gangway.gateway.CallFilter;
import dev.gangway.gateway.CallRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of the log.
record CallPage(CallRecord call, List<AccessToken> tokens) {
    private static final int MICROS = 1_000; // in a millisecond

    String caller() {
        return caller(call, tokens);
    }

    /// The run that called; empty when none did.
    String run() {
        return run(call.caller());
    }

    static String run(@Nullable String caller) {
        return caller != null && caller.startsWith(CallFilter.RUN) ? caller.substring(CallFilter.RUN.length()) : "";
    }

    static String caller(CallRecord call, List<AccessToken> tokens) {
        return tokens.stream()
                .filter(token -> call.caller().equals("token:" + token.id()))
                .map(AccessToken::name)
                .findFirst()
                .orElse(call.caller());
    }

    /// `good` below 400, `bad` from there on and where no answer came.
    static String mark(CallRecord call) {
        Integer status = call.status();
        return status != null && status < 400 ? "good" : "bad";
    }

    /// The status, or that there was none.
    static String status(CallRecord call) {
        Integer status = call.status();
        return status == null ? "none" : status.toString();
    }

    static String milliseconds(int micros) {
        return micros < 10 * MICROS
                ? String.valueOf(Math.round(micros / 100.0) / 10.0)
                : String.valueOf(micros / MICROS);
    }

    static String bytes(long count) {
        return count < 10_000 ? count + " B" : count < 10_000_000 ? count / 1_000 + " kB" : count / 1_000_000 + " MB";
    }

    /// A body as it is read best.
    static String pretty(@Nullable String body) {
        try {
            return body == null ? "" : Json.MAPPER.readTree(body).toPrettyString();
        } catch (JsonProcessingException notJson) {
            return String.valueOf(body);
        }
    }
}
