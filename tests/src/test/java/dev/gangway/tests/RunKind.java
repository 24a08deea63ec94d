package dev.gangway.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// What runs can be at when their process dies. Each effect at the bank has a key of its own, made of the run's id.
enum RunKind {
    STEPS(3, """
            - a: {CALL/aKEY-a" }'}}}
            - b: {CALL/bKEY-b" }'}}}
            - c: {CALL/cKEY-c" }'}}}
            """),
    SLEEPS(2, """
            - a: {CALL/aKEY-a" }'}}}
            - nap: {wait: PT3S}
            - b: {CALL/bKEY-b" }'}}}
            """),
    LISTENS(2, """
            - a: {CALL/aKEY-a" }'}}}
            - hear: {listen: {to: {one: {with: {type: go}}}}}
            - b: {CALL/bKEY-b" }'}}}
            """),
    FORKS(2, """
            - both:
                fork:
                  branches:
                    - x: {CALL/xKEY-x" }'}}}
                    - y: {do: [{nap: {wait: PT1S}}, {z: {CALL/yKEY-y" }'}}}}]}
            """),
    RETRIES(1, """
            - safely:
                try: [{a: {CALL/flakyKEY-a" }'}}}}]
                catch: {retry: {delay: PT1S, limit: {attempt: {count: 9}}}}
            """),
    NESTS(4, """
            - within: {run: {workflow: {name: steps}}}
            - b: {CALL/bKEY-b" }'}}}
            """),
    /// Put off by the bank, twice.
    POSTPONES(1, """
            - a: {CALL/busyKEY-a" }'}}}
            """),
    /// Waits for its turn on a connection that takes two calls a second.
    QUEUES(2, """
            - a: {CALL/aKEY-a" }'}}}
            - b: {CALL/bKEY-b" }'}}}
            """.replace(
                    "KEY", "', authentication: {use: narrow}}, headers: {Idempotency-Key: '${ $workflow.id + \"")),
    /// Suspended, and resumed later.
    PAUSES(2, """
            - a: {CALL/aKEY-a" }'}}}
            - nap: {wait: PT1S}
            - b: {CALL/bKEY-b" }'}}}
            """),
    /// Cancelled, and cleans up for a while.
    TIDIES(1, """
            - careful:
                try: [{nap: {wait: P1D}}]
                catch: {errors: {with: {type: cancelled}}, do: [{nap: {wait: PT2S}}, {a: {CALL/aKEY-a" }'}}}}]}
            """),
    /// Moved to a version that does not go with its journal, so that it is stuck, and restarted later.
    MOVES(2, """
            - FIRST: {CALL/aKEY-a" }'}}}
            - hear: {listen: {to: {one: {with: {type: go}}}}}
            - b: {CALL/bKEY-b" }'}}}
            """),
    /// Calls that have no key.
    DARES(0, """
            - a: {CALL/a', authentication: {use: bank}}}}
            - b: {CALL/b', authentication: {use: bank}}}}
            - c: {CALL/c', authentication: {use: bank}}}}
            """);

    private final int effects;
    private final String tasks;

    RunKind(int effects, String tasks) {
        this.effects = effects;
        this.tasks = tasks;
    }

    /// Of its workflow.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many keys a run has had an effect under in the end.
    int effects() {
        return effects;
    }

    boolean listens() {
        return this == LISTENS || this == MOVES;
    }

    /// @param first name of the first task, where versions differ
    String definition(String bank, String first) {
        return "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}\ndo:\n".formatted(word())
                + tasks.replace("CALL", "call: http, with: {method: post, endpoint: {uri: '" + bank)
                        .replace(
                                "KEY",
                                "', authentication: {use: bank}}, headers: {Idempotency-Key: '${ $workflow.id + \"")
                        .replace("FIRST", first)
                        .indent(2);
    }

    /// How a run of it ends.
    String ends() {
        return this == TIDIES ? "cancelled" : "completed";
    }

    /// The kind of a run, as the admin API shows it.
    static RunKind of(JsonNode run) {
        return valueOf(run.path("workflow").asText().toUpperCase(Locale.ROOT));
    }
}
