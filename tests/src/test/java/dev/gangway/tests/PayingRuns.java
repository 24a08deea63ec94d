package dev.gangway.tests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.List;
import java.util.stream.IntStream;

/// Runs that pay at a bank once a turn, each time under a key of its own.
final class PayingRuns {
    /// Of the connection that they pay through.
    static final String SECRET = "canary-of-a-credential-7f3a9c";

    /// Part of their input.
    static final String NOTE = "what a run was given";

    private static final String WORKFLOW = """
            document: {dsl: 1.0.0, namespace: tests, name: paying, version: '1'}
            do:
              - each:
                  for: {each: turn, in: '${ [range(.turns)] }'}
                  do:
                    - pay:
                        call: http
                        with:
                          method: post
                          endpoint: {uri: 'BANK/pay', authentication: {use: bank}}
                          headers: {Idempotency-Key: '${ $workflow.id + "-" + ($turn | tostring) }'}
            """;

    private PayingRuns() {}

    /// Their ids.
    static List<String> begin(Calls calls, Bank bank, int runs, int turns) {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", bank.url());
        connection.putObject("credentials").put("accessToken", SECRET);
        calls.admin("PUT", "/api/v1/connections/bank", connection);
        calls.admin("POST", "/api/v1/workflows", Json.object().put("definition", WORKFLOW.replace("BANK", bank.url())));
        ObjectNode body = Json.object();
        body.putObject("input").put("turns", turns).put("note", NOTE);
        return IntStream.range(0, runs)
                .mapToObj(_ -> calls.admin("POST", "/api/v1/workflows/paying/runs", body))
                .map(answer -> Json.parse(answer.body()).path("id").asText())
                .toList();
    }

    static String state(Calls calls, String run) {
        return calls.admin("/api/v1/runs/" + run).path("state").asText();
    }

    static boolean isCompleted(Calls calls, String run) {
        return state(calls, run).equals("completed");
    }
}
