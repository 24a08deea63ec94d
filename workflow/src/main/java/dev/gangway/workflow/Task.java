package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.util.List;

/// One task of a definition that has been found good: its kind, and the part of the tree that says what it does.
sealed interface Task {
    /// The member that makes a task one of its kind, in the order in which they are looked for: a `for` has a `do`.
    List<String> KINDS =
            List.of("call", "emit", "for", "fork", "listen", "raise", "run", "set", "switch", "try", "wait", "do");

    record CallHttp(JsonNode with) implements Task {}

    record CallOperation(JsonNode with) implements Task {}

    record Emit(JsonNode event) implements Task {}

    record For(String each, String at, JsonNode in, JsonNode during, JsonNode body) implements Task {}

    record Fork(JsonNode branches, boolean compete) implements Task {}

    record Listen(JsonNode to, boolean envelope) implements Task {}

    record Raise(JsonNode error) implements Task {}

    record RunWorkflow(JsonNode workflow) implements Task {}

    record Assign(JsonNode values) implements Task {}

    record Switch(JsonNode cases) implements Task {}

    record Try(JsonNode body, JsonNode caught) implements Task {}

    record Wait(JsonNode span) implements Task {}

    record Do(JsonNode body) implements Task {}

    /// Reads a task that has been checked.
    static Task of(JsonNode task) {
        String kind = KINDS.stream().filter(task::has).findFirst().orElseThrow();
        JsonNode what = task.get(kind);
        return switch (kind) {
            case "call" ->
                what.textValue().equals("http")
                        ? new CallHttp(task.path("with"))
                        : new CallOperation(task.path("with"));
            case "emit" -> new Emit(what.path("event").path("with"));
            case "for" ->
                new For(
                        what.path("each").asText("item"),
                        what.path("at").asText("index"),
                        what.path("in"),
                        task.path("while"),
                        task.path("do"));
            case "fork" -> new Fork(what.path("branches"), what.path("compete").asBoolean());
            case "listen" ->
                new Listen(what.path("to"), what.path("read").asText().equals("envelope"));
            case "raise" -> new Raise(what.path("error"));
            case "run" -> new RunWorkflow(what.path("workflow"));
            case "set" -> new Assign(what);
            case "switch" -> new Switch(what);
            case "try" -> new Try(what, task.path("catch").isMissingNode() ? Json.object() : task.path("catch"));
            case "wait" -> new Wait(what);
            case "do" -> new Do(what);
            default -> throw new IllegalStateException(kind);
        };
    }
}
