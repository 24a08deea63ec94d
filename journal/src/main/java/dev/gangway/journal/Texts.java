package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.WorkflowError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Outcomes and endings as the JSON texts that the journal keeps.
final class Texts {
    private static final int HASH_DIGITS = 32;

    private Texts() {}

    static String of(Outcome outcome) {
        return Json.text(
                switch (outcome) {
                    case Outcome.Done(JsonNode value) -> Json.object().set("done", value);
                    case Outcome.Failed(WorkflowError error) -> Json.object().set("failed", error.json());
                });
    }

    static Outcome outcome(String text) {
        JsonNode json = Json.parse(text);
        return json.has("failed")
                ? new Outcome.Failed(WorkflowError.of(json.get("failed")))
                : new Outcome.Done(json.get("done"));
    }

    /// What `journal.run.ending` says of it; null when there is nothing to say.
    static @Nullable String of(Ending ending) {
        return switch (ending) {
            case Ending.Completed(JsonNode output) -> Json.text(output);
            case Ending.Failed(WorkflowError error) -> Json.text(error.json());
            case Ending.Cancelled() -> null;
        };
    }

    /// Names a call of the port: two calls are the same when this is.
    static String hash(String path, String kind, String arguments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] all = (path + "\n" + kind + "\n" + arguments).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(all)).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
