package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Runs of every [RunKind], what was seen of them, and what people do to them.
final class RunsOfEveryKind {
    private static final int LOOKED_AT = 8; // runs, each time
    private static final int SELDOM = 25;

    private final Bank bank;
    private final Random random;
    private final Map<String, RunKind> kinds = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Set<String> moved = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> done = new HashMap<>();
    private String oldVersion = "";
    private String newVersion = "";

    RunsOfEveryKind(Bank bank, Random random) {
        this.bank = bank;
        this.random = random;
    }

    void prepare(Calls calls) {
        connect(calls, "bank", Json.object());
        connect(calls, "narrow", Json.object().put("per_minute", 120));
        for (RunKind kind : RunKind.values()) {
            String version = save(calls, kind, "a");
            if (kind == RunKind.MOVES) {
                oldVersion = version;
                newVersion = save(calls, kind, "other");
            }
        }
    }

    private void connect(Calls calls, String name, ObjectNode limits) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", bank.url());
        connection.putObject("credentials").put("accessToken", "x");
        connection.set("limits", limits);
        expect(calls.admin("PUT", "/api/v1/connections/" + name, connection));
    }

    private String save(Calls calls, RunKind kind, String first) {
        ObjectNode draft = Json.object().put("definition", kind.definition(bank.url(), first));
        return expect(calls.admin("POST", "/api/v1/workflows", draft))
                .path("version")
                .asText();
    }

    private static JsonNode expect(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Json.parse(answer.body());
    }

    /// Starts one of each kind, and does to it what its kind wants.
    void start(Calls calls) {
        Map<String, RunKind> more = new LinkedHashMap<>();
        for (RunKind kind : RunKind.values()) {
            ObjectNode body = Json.object();
            if (kind == RunKind.MOVES) {
                body.put("version", oldVersion);
            }
            HttpResponse<String> started = calls.admin("POST", "/api/v1/workflows/" + kind.word() + "/runs", body);
            more.put(expect(started).path("id").asText(), kind);
        }
        more.forEach((run, kind) -> intervene(calls, run, kind));
        kinds.putAll(more);
    }

    private void intervene(Calls calls, String run, RunKind kind) {
        switch (kind) {
            case PAUSES -> act(calls, run, "suspend", Json.object()); // unless it is over already
            case TIDIES -> expect(act(calls, run, "cancel", Json.object()));
            default -> {}
        }
    }

    private static HttpResponse<String> act(Calls calls, String run, String what, ObjectNode body) {
        return calls.admin("POST", "/api/v1/runs/" + run + "/" + what, body);
    }

    /// Notes what states there are, and, of some runs, what is done for good.
    void look(Calls calls) {
        for (JsonNode run : calls.admin("/api/v1/runs?limit=200").path("items")) {
            seen.add(
                    run.path("cancelling").asBoolean()
                            ? "cancelling"
                            : run.path("state").asText());
            seen.add(run.path("waits_for").asText());
        }
        kinds.forEach((run, kind) -> {
            if (kind == RunKind.MOVES && !moved.contains(run)) {
                move(calls, run);
            }
        });
        List<String> all = List.copyOf(kinds.keySet());
        for (int turn = 0; turn < LOOKED_AT; turn++) {
            String run = all.get(random.nextInt(all.size()));
            if (kinds.get(run) != RunKind.MOVES) { // what it did is done again when it is restarted
                calls.admin("/api/v1/runs/" + run + "/steps").path("items").forEach(this::note);
            }
        }
    }

    /// One that waits has its first step on record, with which the other version does not go.
    private void move(Calls calls, String run) {
        boolean waits =
                calls.admin("/api/v1/runs/" + run).path("waits_for").asText().equals("events");
        if (waits
                && act(calls, run, "move", Json.object().put("version", newVersion))
                                .statusCode()
                        < 300) {
            moved.add(run);
        }
    }

    private void note(JsonNode step) {
        JsonNode key = step.path("arguments").findValue("Idempotency-Key");
        if (key != null && !step.path("done").isNull()) {
            done.putIfAbsent(key.asText(), bank.asked(key.asText()));
        }
    }

    /// The states that were seen, and what runs waited for.
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    /// Lets some of those go on that do so only when somebody says so.
    void letSomeGoOn(Calls calls) {
        kinds.forEach((run, kind) -> {
            if (random.nextInt(SELDOM) == 0) {
                letGoOn(calls, run, kind);
            }
        });
    }

    /// Lets all go on; whether all have ended.
    boolean allHaveEnded(Calls calls) {
        boolean ended = true;
        for (Map.Entry<String, RunKind> one : kinds.entrySet()) {
            if (!over.contains(one.getKey())) {
                JsonNode run = calls.admin("/api/v1/runs/" + one.getKey());
                if (run.hasNonNull("ended_at")) {
                    over.add(one.getKey());
                } else {
                    letGoOn(calls, one.getKey(), one.getValue());
                    ended = false;
                }
            }
        }
        return ended;
    }

    private static void letGoOn(Calls calls, String run, RunKind kind) {
        if (kind == RunKind.PAUSES) {
            act(calls, run, "resume", Json.object());
        } else if (kind == RunKind.MOVES) {
            if (calls.admin("/api/v1/runs/" + run).path("state").asText().equals("stuck")) {
                act(calls, run, "restart", Json.object().put("path", "/a"));
            }
        }
        if (kind.listens()) {
            act(calls, run, "events", Json.object().put("type", "go"));
        }
    }

    /// Holds all against what must have become of them.
    void check(Calls calls) {
        kinds.forEach((run, kind) -> check(calls.admin("/api/v1/runs/" + run), kind));
        assertThat(bank.effects().keySet().stream().filter(key -> !key.startsWith("run_")))
                .as("calls without a key were made once")
                .allSatisfy(key -> assertThat(bank.asked(key)).isEqualTo(1));
        assertThat(done)
                .isNotEmpty()
                .allSatisfy((key, asked) -> assertThat(bank.asked(key))
                        .as("what was on record as done is not done again: " + key)
                        .isEqualTo(asked));
    }

    private void check(JsonNode run, RunKind kind) {
        String id = run.path("id").asText();
        boolean dared = kind == RunKind.DARES && run.path("state").asText().equals("failed");
        if (dared) {
            assertThat(run.at("/error/type").asText()).as(run.toString()).endsWith(":outcome-unknown");
        } else {
            assertThat(run.path("state").asText()).as(run.toString()).isEqualTo(kind.ends());
        }
        assertThat(bank.effects().keySet().stream().filter(key -> key.startsWith(id)))
                .as(run.toString())
                .hasSize(kind.effects());
    }
}
