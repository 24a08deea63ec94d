package dev.gangway.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.workflow.Definition;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Makes samples for [StoredHistoriesTest]: performs definitions and keeps what Temporal has of them. Run it by hand,
/// with a new folder below `histories/`, when a version begins to ask Temporal for something else.
final class HistorySampling {
    private static final JsonNode INPUT = Json.parse("{\"n\": 3, \"who\": \"Åsa ✓\"}");
    private static final Definition CHILD = Written.definition(
            "child", "do: [{ask: {%s}}, {add: {set: {sum: '${ .n + 1 }'}}}]".formatted(call("plain")));

    private final Path folder;

    private HistorySampling(Path folder) {
        this.folder = folder;
    }

    /// @param arguments the folder
    public static void main(String... arguments) {
        HistorySampling sampling = new HistorySampling(Path.of(arguments[0]));
        sampling.sample("calls", """
                do:
                  - first: {set: {n: '${ .n * 2 }'}, export: {as: '${ {doubled: .n} }'}}
                  - ask: {%s}
                  - safely:
                      try: [{pay: {%s}}]
                      catch: {retry: {delay: PT10S, jitter: {from: PT1S, to: PT5S}, limit: {attempt: {count: 5}}}}
                  - tell: {emit: {event: {with: {type: told, source: 'https://example.test', data: '${ . }'}}}}
                """.formatted(call("plain"), call("flaky")), false);
        sampling.sample("waits", """
                do:
                  - nap: {wait: PT1H}
                  - each: {for: {each: turn, in: '${ [range(.n)] }'}, do: [{ask: {%s}}, {pause: {wait: PT5M}}]}
                  - hear:
                      listen:
                        to: {one: {with: {type: paid}, correlate: {who: {from: .data.who, expect: '${ $workflow.input.who }'}}}}
                  - patient:
                      try: [{never: {listen: {to: {one: {with: {type: never}}}}, timeout: {after: PT10M}}}]
                      catch: {errors: {with: {type: timeout}}, do: [{late: {set: {late: true}}}]}
                """.formatted(call("plain")), false);
        sampling.sample("branches", """
                do:
                  - both: {fork: {branches: [{left: {%s}}, {right: {do: [{nap: {wait: PT1M}}, {set: {set: {b: 2}}}]}}]}}
                  - within: {run: {workflow: {name: child, input: {n: 4}}}}
                """.formatted(call("plain")), false);
        sampling.sample("cancelled", """
                do:
                  - careful:
                      try: [{nap: {wait: P9D}}]
                      catch: {errors: {with: {type: cancelled}}, do: [{tidy: {%s}}]}
                """.formatted(call("plain")), true);
    }

    private static String call(String name) {
        return "call: http, with: {method: post, endpoint: {uri: 'https://bank.test/" + name
                + "', authentication: {use: bank}}, body: {n: '${ .n }'}}";
    }

    private void sample(String name, String rest, boolean isCancelled) {
        Definition definition = Written.definition(name, rest, CHILD);
        try (TemporalTestEngine engine = new TemporalTestEngine(0, TemporalHost.LONGEST)) {
            engine.knows(CHILD);
            engine.answers(call -> call.arguments().path("url").asText().endsWith("flaky")
                            && engine.calls().size() < 4
                    ? Outcome.failed(ErrorKind.COMMUNICATION, "down")
                    : new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"n\": 1, \"said\": \"Öl\"}}")));
            String run = engine.start(definition, INPUT);
            if (isCancelled) {
                engine.cancel(run);
            }
            for (int hour = 0; hour < 4; hour++) {
                engine.pass(Duration.ofHours(1));
                engine.send(Json.parse("{\"type\": \"paid\", \"data\": {\"who\": \"Åsa ✓\"}}"));
            }
            List<String> texts =
                    Stream.of(definition, CHILD).map(Definition::text).toList();
            new StoredHistory(texts, Json.parse(engine.history(run).toJson(false)))
                    .write(folder.resolve(name + ".json"));
            System.out.println(name + ": " + engine.run(run).state());
        }
    }
}
