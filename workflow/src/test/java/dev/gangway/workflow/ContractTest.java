package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import org.junit.jupiter.api.BeforeEach;

/// Runs on an engine, for what every engine must do.
abstract class ContractTest {
    static final String CALL = """
            call: http, with: {method: post, endpoint: {uri: 'https://bank.test/pay', authentication: {use: bank}}""";

    TestEngine engine;

    @BeforeEach
    void begin() {
        engine = engine();
    }

    /// An engine of its own for each test.
    protected abstract TestEngine engine();

    String start(String rest, String input) {
        return engine.start(Written.definition("flow", rest), Json.parse(input));
    }

    JsonNode output(String run) {
        return engine.ending(run)
                .map(ending -> ending instanceof Ending.Completed(JsonNode output) ? output : null)
                .orElseThrow(() -> new AssertionError(engine.ending(run).toString()));
    }

    WorkflowError error(String run) {
        return engine.ending(run)
                .map(ending -> ending instanceof Ending.Failed(WorkflowError error) ? error : null)
                .orElseThrow(() -> new AssertionError(engine.ending(run).toString()));
    }

    static JsonNode event(String type, String data) {
        return Json.parse("{\"type\": \"%s\", \"data\": %s}".formatted(type, data));
    }

    void failsTimes(int times, ErrorKind kind) {
        engine.answers(call -> engine.calls().size() <= times
                ? Outcome.failed(kind, "down")
                : new Outcome.Done(Json.parse("{\"status\": 200, \"body\": {\"paid\": true}}")));
    }
}
