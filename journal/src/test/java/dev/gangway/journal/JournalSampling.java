package dev.gangway.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.Entry;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.TestEngine.Called;
import dev.gangway.workflow.Texts;
import dev.gangway.workflow.WorkflowError;
import dev.gangway.workflow.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes samples for [StoredJournalsTest]: performs definitions and keeps their journals as the database has them. Run
/// it by hand, with a new folder below `journals/`, when a version begins to record something new.
final class JournalSampling {
    private static final JsonNode INPUT = Json.parse("{\"n\": 3, \"who\": \"Åsa ✓\"}");
    private static final Definition CHILD = Written.definition(
            "child", "do: [{ask: {%s}}, {add: {set: {sum: '${ .n + 1 }'}}}]".formatted(call("plain")));

    /// @param others started by name
    /// @param cancelAt where it is cancelled; empty for nowhere
    private record Scenario(Definition definition, List<Definition> others, List<JsonNode> events, String cancelAt) {
        static Scenario of(String name, String rest, String... events) {
            return new Scenario(
                    Written.definition(name, rest),
                    List.of(),
                    List.of(events).stream().map(Json::parse).toList(),
                    "");
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            Scenario.of("calls", """
                    do:
                      - first: {set: {n: '${ .n * 2 }'}, export: {as: '${ {doubled: .n} }'}}
                      - ask: {%s}
                      - safely:
                          try: [{pay: {%s}}]
                          catch:
                            retry: {delay: PT10S, backoff: {exponential: {}}, jitter: {from: PT1S, to: PT5S},
                                    limit: {attempt: {count: 5}}}
                      - later: {%s}
                      - way: {switch: [{big: {when: '${ $context.doubled > 5 }', then: tell}}, {small: {then: end}}]}
                      - never: {raise: {error: {type: 'https://example.test/no', status: 500, title: No}}}
                      - tell: {emit: {event: {with: {type: told, source: 'https://example.test', data: '${ . }'}}}}
                      - caught:
                          try: [{no: {raise: {error: {type: 'https://example.test/no', status: 418, title: No}}}}]
                          catch: {as: oops, do: [{kept: {set: {status: '${ $oops.status }', d: '${ $context.doubled }'}}}]}
                    """.formatted(call("plain"), call("flaky"), call("later"))),
            Scenario.of(
                    "waits",
                    """
                    do:
                      - nap: {wait: PT1H}
                      - each:
                          for: {each: turn, in: '${ [range(.n)] }'}
                          do: [{ask: {%s}}, {pause: {wait: {minutes: 5}}}]
                      - hear:
                          listen:
                            to:
                              all:
                                - with: {type: approved}
                                  correlate: {who: {from: .data.who, expect: '${ $workflow.input.who }'}}
                                - with: {type: paid}
                      - gone:
                          try: [{more: {timeout: {after: PT3H}, listen: {to: {one: {with: {type: never}}}}}}]
                          catch: {errors: {with: {status: 408}}, do: [{late: {set: {late: true}}}]}
                    """.formatted(call("plain")),
                    "{\"type\": \"approved\", \"data\": {\"who\": \"nobody\"}}",
                    "{\"type\": \"approved\", \"data\": {\"who\": \"Åsa ✓\"}}",
                    "{\"type\": \"paid\", \"data\": {\"sum\": 7}}"),
            new Scenario(
                    Written.definition("branches", """
                    do:
                      - both: {fork: {branches: [{left: {%s}}, {right: {set: {r: '${ .n }'}}}]}}
                      - race: {fork: {compete: true, branches: [{slow: {wait: P1D}}, {fast: {set: {won: fast}}}]}}
                      - sub: {run: {workflow: {namespace: tests, name: child, version: '1.0.0', input: {n: 41}}}}
                      - fails:
                          try: [{sub: {fork: {branches: [{bad: {%s}}, {good: {set: {}}}]}}}]
                          catch: {as: oops, do: [{kept: {set: {why: '${ $oops.detail }', sub: '${ . }'}}}]}
                    """.formatted(call("plain"), call("broken")), CHILD),
                    List.of(CHILD),
                    List.of(),
                    ""),
            Scenario.of("pages", """
                    do:
                      - all:
                          call: http
                          with: {method: get, endpoint: {uri: 'https://bank.test/list', authentication: {use: bank}}}
                          metadata: {pages: {items: '${ [.after // 0] }', next: '${ if $page < 3 then $count else null end }', into: /query/after}}
                    """),
            new Scenario(
                    Written.definition("cancelled", """
                    do:
                      - guarded:
                          try: [{ask: {%s}}, {nap: {wait: P30D}}]
                          catch:
                            errors: {with: {type: cancelled}}
                            do: [{undo: {%s}}]
                    """.formatted(call("plain"), call("plain"))),
                    List.of(),
                    List.of(),
                    "/guarded/nap"));

    private final JournalTestEngine engine = new JournalTestEngine(false);
    private final Map<String, List<JsonNode>> answers = new LinkedHashMap<>();

    private JournalSampling() {}

    private static String call(String path) {
        return "call: http, with: {method: post, endpoint: {uri: 'https://bank.test/%s', authentication: {use: bank}}, body: '${ . }'}"
                .formatted(path);
    }

    public static void main(String[] folder) throws IOException {
        Files.createDirectories(Path.of(folder[0]));
        for (Scenario scenario : SCENARIOS) {
            StoredJournal sample = new JournalSampling().perform(scenario);
            Files.writeString(
                    Path.of(folder[0], scenario.definition().name() + ".json"),
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sample) + "\n");
        }
        System.exit(0);
    }

    private StoredJournal perform(Scenario scenario) {
        engine.answers(this::answer);
        scenario.others().forEach(engine::knows);
        List<String> texts = new ArrayList<>(List.of(scenario.definition().text()));
        scenario.others().forEach(other -> texts.add(other.text()));
        StoredJournal begun = new StoredJournal(
                texts,
                engine.start(scenario.definition(), INPUT),
                Json.text(INPUT),
                Json.text(Entry.whole(INPUT)),
                engine.clock.now(WorldId.MAIN),
                List.of(),
                Map.of(),
                scenario.events(),
                scenario.cancelAt(),
                "",
                "");
        begun.goOn(engine);
        JournalEdits.Row row = engine.edits.state(begun.run()).orElseThrow();
        return begun.ended(engine.edits.steps(begun.run()), answers, row);
    }

    private Outcome answer(Called call) {
        List<JsonNode> before = answers.computeIfAbsent(call.key(), _ -> new ArrayList<>());
        String url = call.arguments().path("url").asText();
        Outcome outcome = switch (url.substring(url.lastIndexOf('/') + 1)) {
            case "flaky" -> before.size() < 2 ? down() : done(call);
            case "later" ->
                before.size() < 2 ? new Outcome.Failed(down().error().after(Duration.ofMinutes(90))) : done(call);
            case "broken" -> down();
            case "list" ->
                new Outcome.Done(Json.object()
                        .put("status", 200)
                        .set("body", call.arguments().path("query")));
            default -> done(call);
        };
        before.add(Json.parse(Texts.of(outcome)));
        return outcome;
    }

    private static Outcome.Failed down() {
        return new Outcome.Failed(WorkflowError.of(ErrorKind.COMMUNICATION, "down"));
    }

    private static Outcome done(Called call) {
        return new Outcome.Done(
                Json.object().put("status", 200).set("body", call.arguments().path("body")));
    }
}
