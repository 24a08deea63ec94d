package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Outcomes and endings as the JSON texts that engines keep, and what names a call of the port.
public final class Texts {
    private static final int HASH_DIGITS = 32;
    private static final int LARGEST = 1 << 20; // characters

    private Texts() {}

    public static String of(Outcome outcome) {
        return Json.text(
                switch (outcome) {
                    case Outcome.Done(JsonNode value) -> Json.object().set("done", value);
                    case Outcome.Failed(WorkflowError error) -> Json.object().set("failed", error.json());
                });
    }

    /// Like [#of(Outcome)]; one that is larger than 1 MiB becomes [ErrorKind#LIMIT].
    public static String bounded(Outcome outcome) {
        String text = of(outcome);
        return text.length() <= LARGEST
                ? text
                : of(Outcome.failed(ErrorKind.LIMIT, "What comes of a step has at most 1 MiB."));
    }

    public static Outcome outcome(String text) {
        JsonNode json = Json.parse(text);
        return json.has("failed")
                ? new Outcome.Failed(WorkflowError.of(json.get("failed")))
                : new Outcome.Done(json.get("done"));
    }

    /// The output or the error; null when there is neither.
    public static @Nullable String of(Ending ending) {
        return switch (ending) {
            case Ending.Completed(JsonNode output) -> Json.text(output);
            case Ending.Failed(WorkflowError error) -> Json.text(error.json());
            case Ending.Cancelled() -> null;
        };
    }

    /// `{done: …}`, `{failed: …}`, or an empty object for a run that was cancelled.
    public static JsonNode json(Ending ending) {
        return switch (ending) {
            case Ending.Completed(JsonNode output) -> Json.object().set("done", output);
            case Ending.Failed(WorkflowError error) -> Json.object().set("failed", error.json());
            case Ending.Cancelled() -> Json.object();
        };
    }

    /// What [#json] tells of.
    public static Ending ending(JsonNode json) {
        if (json.has("done")) {
            return new Ending.Completed(json.get("done"));
        }
        return json.has("failed") ? new Ending.Failed(WorkflowError.of(json.get("failed"))) : new Ending.Cancelled();
    }

    /// What names a step of a run towards the outside: see [Port#key].
    public static String key(String run, String path) {
        return hash(run, "key", path);
    }

    /// Names a call of the port: two calls are the same when this is.
    public static String hash(String path, String kind, String arguments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] all = (path + "\n" + kind + "\n" + arguments).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(all)).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
