package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs a definition through a [Port]. A pure function of the definition, the entry and what the port answers: run
/// again from the start with the same answers, it asks the same questions. One run each; not thread-safe.
public final class Interpreter {
    /// The most tasks that one run performs.
    public static final int MOST_TASKS = 10_000;

    private static final int LARGEST = 1 << 20; // bytes

    private final Definition definition;
    private final Port port;
    private JsonNode context;
    private @Nullable WorkflowError uncleaned; // why a cancelled run could not clean up
    private int performed;

    private Interpreter(Definition definition, Entry entry, Port port) {
        this.definition = definition;
        this.port = port;
        this.context = entry.context();
    }

    /// Ends the run early.
    private static final class Finish extends RuntimeException {
        private final JsonNode output;

        Finish(JsonNode output) {
            super(null, null, false, false);
            this.output = output;
        }
    }

    /// @param then where to go on
    private record Passed(JsonNode output, String then) {
        static Passed on(JsonNode output) {
            return new Passed(output, "continue");
        }
    }

    /// Runs from the start, to the end or to a [Suspension].
    public static Ending run(Definition definition, Entry entry, Port port) {
        return new Interpreter(definition, entry, port).ending(entry);
    }

    private Ending ending(Entry entry) {
        try {
            return new Ending.Completed(entered(entry));
        } catch (Fault fault) {
            if (!fault.error().is(ErrorKind.CANCELLED)) {
                return new Ending.Failed(fault.error());
            }
            return uncleaned == null ? new Ending.Cancelled() : new Ending.Failed(uncleaned);
        }
    }

    private JsonNode entered(Entry entry) {
        Map<String, JsonNode> variables = new HashMap<>();
        entry.variables().properties().forEach(it -> variables.put(it.getKey(), it.getValue()));
        Frame frame = Frame.outermost(entry.path(), variables);
        if (!entry.pointer().isEmpty()) {
            ArrayNode branch = Json.array().add(definition.tree().at(entry.pointer()));
            return finished(branch, entry.input(), frame);
        }
        try {
            JsonNode tree = definition.tree();
            JsonNode input = shaped(tree.at("/input/from"), entry.input(), variables(entry.input(), frame));
            JsonNode output = finished(tree.path("do"), input, limited(tree, frame, input));
            return shaped(tree.at("/output/as"), output, variables(input, frame.with("output", output)));
        } catch (Jq.Refused refused) {
            throw new Fault(ErrorKind.EXPRESSION, String.valueOf(refused.getMessage()));
        }
    }

    private JsonNode finished(JsonNode tasks, JsonNode input, Frame frame) {
        try {
            return list(tasks, input, frame);
        } catch (Finish finish) {
            return finish.output;
        }
    }

    private JsonNode list(JsonNode tasks, JsonNode input, Frame frame) {
        List<String> names = new ArrayList<>();
        tasks.forEach(item -> names.add(item.fieldNames().next()));
        Map<String, Integer> visits = new HashMap<>();
        JsonNode value = input;
        int index = 0;
        while (index < names.size()) {
            String name = names.get(index);
            int visit = visits.merge(name, 1, Integer::sum);
            String place = Pointers.child("", name) + (visit == 1 ? "" : "#" + visit);
            Passed passed = task(tasks.get(index).get(name), name, value, frame.in(place));
            value = passed.output();
            switch (passed.then()) {
                case "continue" -> index++;
                case "exit" -> {
                    return value;
                }
                case "end" -> throw new Finish(value);
                default -> index = names.indexOf(passed.then());
            }
        }
        return value;
    }

    private Passed task(JsonNode task, String name, JsonNode raw, Frame around) {
        if (++performed > MOST_TASKS) {
            throw new Fault(ErrorKind.LIMIT, "A run performs at most " + MOST_TASKS + " tasks.").at(around.path());
        }
        Frame frame = around.with("task", Json.object().put("name", name));
        try {
            if (task.has("if") && !Expressions.holds(task.get("if"), raw, variables(raw, frame))) {
                return Passed.on(raw);
            }
            port.entered(frame.path(), raw);
            JsonNode input = told(frame, Stage.INPUT_FROM, task.at("/input/from"), raw, variables(raw, frame));
            Passed passed = perform(task, input, limited(task, frame, input));
            port.shaped(frame.path(), Stage.RESULT, passed.output());
            Map<String, JsonNode> after = variables(input, frame.with("output", passed.output()));
            JsonNode output = told(frame, Stage.OUTPUT_AS, task.at("/output/as"), passed.output(), after);
            if (task.has("export")) {
                Map<String, JsonNode> shaped = variables(input, frame.with("output", output));
                context = bounded(told(frame, Stage.EXPORT_AS, task.at("/export/as"), output, shaped));
            }
            String then = passed.then().equals("continue") ? task.path("then").asText("continue") : passed.then();
            port.left(frame.path(), bounded(output));
            return new Passed(output, then);
        } catch (Fault fault) {
            throw fault.at(around.path());
        } catch (Jq.Refused refused) {
            throw new Fault(ErrorKind.EXPRESSION, String.valueOf(refused.getMessage())).at(around.path());
        } catch (IllegalArgumentException misfit) {
            throw new Fault(ErrorKind.VALIDATION, String.valueOf(misfit.getMessage())).at(around.path());
        }
    }

    private Passed perform(JsonNode tree, JsonNode input, Frame frame) {
        Map<String, JsonNode> variables = variables(input, frame);
        return switch (Task.of(tree)) {
            case Task.CallHttp(JsonNode with) ->
                Passed.on(new Exchanges(port, StepKind.HTTP)
                        .made(tree, Calls.http(with, input, variables), variables, frame));
            case Task.CallOperation(JsonNode with) ->
                Passed.on(new Exchanges(port, StepKind.OPENAPI)
                        .made(tree, Calls.operation(with, input, variables), variables, frame));
            case Task.Emit(JsonNode event) -> {
                JsonNode emitted = Expressions.evaluate(event, input, variables);
                Fault.valueOf(port.step(frame.path(), StepKind.EMIT, emitted, new StepPolicy(frame.deadline())));
                yield Passed.on(input);
            }
            case Task.For loop -> Passed.on(turns(loop, input, frame, variables));
            case Task.Fork fork -> Passed.on(branches(fork, input, frame));
            case Task.Listen(JsonNode to, boolean envelope) -> {
                Subscription awaited = Calls.subscription(to, input, variables);
                ArrayNode read = Json.array();
                Fault.valueOf(port.await(frame.path(), awaited, frame.deadline()))
                        .forEach(event -> read.add(envelope ? event : event.path("data")));
                yield Passed.on(read);
            }
            case Task.Raise(JsonNode error) ->
                throw new Fault(Calls.error(Expressions.evaluate(error, input, variables)));
            case Task.RunWorkflow(JsonNode workflow) -> Passed.on(subrun(workflow, input, frame, variables));
            case Task.Assign(JsonNode values) -> Passed.on(Expressions.evaluate(values, input, variables));
            case Task.Switch(JsonNode cases) -> new Passed(input, way(cases, input, variables));
            case Task.Try tried -> Passed.on(attempts(tried, input, frame));
            case Task.Wait(JsonNode span) -> {
                Instant until = port.now(frame.path()).plus(Spans.of(Expressions.evaluate(span, input, variables)));
                sleep(until, frame);
                yield Passed.on(input);
            }
            case Task.Do(JsonNode body) -> Passed.on(list(body, input, frame));
        };
    }

    private void sleep(Instant until, Frame frame) {
        Instant deadline = frame.deadline();
        if (deadline != null && deadline.isBefore(until)) {
            Fault.valueOf(port.sleepUntil(frame.path(), deadline));
            throw new Fault(ErrorKind.TIMEOUT, "The time for this was over before the wait was.");
        }
        Fault.valueOf(port.sleepUntil(frame.path(), until));
    }

    private JsonNode turns(Task.For loop, JsonNode input, Frame frame, Map<String, JsonNode> variables) {
        JsonNode items = Expressions.evaluate(loop.in(), input, variables);
        if (!items.isArray()) {
            throw new Fault(ErrorKind.VALIDATION, "What a loop goes through must be a list.");
        }
        JsonNode value = input;
        for (int index = 0; index < items.size(); index++) {
            Frame turn = frame.in("[" + index + "]")
                    .with(loop.each(), items.get(index))
                    .with(loop.at(), Json.MAPPER.getNodeFactory().numberNode(index));
            if (!loop.during().isMissingNode() && !Expressions.holds(loop.during(), value, variables(value, turn))) {
                return value;
            }
            value = list(loop.body(), value, turn);
        }
        return value;
    }

    private JsonNode branches(Task.Fork fork, JsonNode input, Frame frame) {
        if (fork.branches().size() > ChildSpec.MOST) {
            throw new Fault(ErrorKind.LIMIT, "A task starts at most " + ChildSpec.MOST + " runs at once.");
        }
        ObjectNode variables = Json.object();
        frame.variables().forEach(variables::set);
        List<ChildSpec> specs = new ArrayList<>();
        String pointer = Places.of(definition.tree(), fork.branches());
        for (int index = 0; index < fork.branches().size(); index++) {
            specs.add(ChildSpec.branch(Pointers.child(pointer, index), frame.path(), input, context, variables));
        }
        JsonNode ended = Fault.valueOf(
                port.children(frame.path(), specs, fork.compete() ? Join.ANY : Join.ALL, frame.deadline()));
        return fork.compete() ? winner(ended) : all(ended);
    }

    private JsonNode subrun(JsonNode workflow, JsonNode input, Frame frame, Map<String, JsonNode> variables) {
        JsonNode handed = workflow.has("input") ? Expressions.evaluate(workflow.get("input"), input, variables) : input;
        String label = workflow.has("version") ? workflow.get("version").asText() : null;
        ChildSpec spec = ChildSpec.of(workflow.path("name").asText(), label, handed);
        return all(Fault.valueOf(port.children(frame.path(), List.of(spec), Join.ALL, frame.deadline())))
                .path(0);
    }

    private static JsonNode winner(JsonNode ended) {
        for (JsonNode child : ended) {
            if (child.has("done")) {
                return child.get("done");
            }
        }
        return all(ended);
    }

    private static JsonNode all(JsonNode ended) {
        ArrayNode outputs = Json.array();
        for (JsonNode child : ended) {
            if (child.has("failed")) {
                throw new Fault(WorkflowError.of(child.get("failed")));
            }
            outputs.add(child.path("done"));
        }
        return outputs;
    }

    private static String way(JsonNode cases, JsonNode input, Map<String, JsonNode> variables) {
        for (JsonNode item : cases) {
            JsonNode one = item.iterator().next();
            if (!one.has("when") || Expressions.holds(one.get("when"), input, variables)) {
                return one.path("then").asText();
            }
        }
        return "continue";
    }

    private JsonNode attempts(Task.Try tried, JsonNode input, Frame frame) {
        JsonNode caught = tried.caught();
        JsonNode named = caught.path("retry");
        JsonNode policy = named.isTextual()
                ? definition.tree().path("use").path("retries").path(named.textValue())
                : named;
        Instant since = policy.isObject() ? port.now(frame.path()) : Instant.EPOCH;
        Frame within = frame.retriedWhere(error -> repeats(caught, policy, error, input, frame));
        for (int attempt = 1; ; attempt++) {
            try {
                return list(tried.body(), input, within);
            } catch (Fault fault) {
                WorkflowError error = fault.error();
                Frame handling = handling(caught, error, frame);
                if (!Catching.catches(caught, error, input, variables(input, handling))) {
                    throw fault;
                }
                boolean repeats = repeats(caught, policy, error, input, frame);
                if (repeats && again(new Retry(policy), attempt, since, error, frame)) {
                    continue;
                }
                if (error.is(ErrorKind.CANCELLED)) {
                    cleanUp(caught.path("do"), input, handling.in("/catch").until(error.until()));
                    throw fault;
                }
                if (caught.has("do")) {
                    return list(caught.get("do"), input, handling.in("/catch"));
                }
                if (caught.has("retry")) {
                    throw fault; // one that gives up without a `do` has handled nothing
                }
                return input;
            }
        }
    }

    private static Frame handling(JsonNode caught, WorkflowError error, Frame frame) {
        return frame.with(caught.path("as").asText("error"), error.json());
    }

    private boolean repeats(JsonNode caught, JsonNode policy, WorkflowError error, JsonNode input, Frame frame) {
        if (!policy.isObject() || error.is(ErrorKind.CANCELLED) || error.is(ErrorKind.OUTCOME_UNKNOWN)) {
            return false;
        }
        Map<String, JsonNode> variables = variables(input, handling(caught, error, frame));
        return Catching.catches(caught, error, input, variables) && Catching.when(policy, input, variables);
    }

    /// Whatever comes of it, the run stays cancelled; one that could not clean up fails in the end.
    private void cleanUp(JsonNode tasks, JsonNode input, Frame frame) {
        try {
            list(tasks, input, frame);
        } catch (Finish early) {
            // this is its end, and not that of the blocks around
        } catch (Fault fault) {
            uncleaned = uncleaned == null ? fault.error() : uncleaned;
        }
    }

    private boolean again(Retry retry, int attempts, Instant since, WorkflowError error, Frame frame) {
        Instant now = port.now(frame.path());
        if (!retry.allows(attempts, since, now)) {
            return false;
        }
        double random = retry.policy().has("jitter") ? port.random(frame.path()) : 0;
        sleep(now.plus(retry.pause(attempts, error, random)), frame);
        return true;
    }

    private Frame limited(JsonNode task, Frame frame, JsonNode input) {
        JsonNode after = task.at("/timeout/after");
        if (after.isMissingNode()) {
            return frame;
        }
        JsonNode span = Expressions.evaluate(after, input, variables(input, frame));
        return frame.until(port.now(frame.path()).plus(Spans.of(span)));
    }

    private Map<String, JsonNode> variables(JsonNode input, Frame frame) {
        Map<String, JsonNode> all = new HashMap<>(frame.variables());
        all.put("context", context);
        all.put("input", input);
        all.putIfAbsent("task", Json.object());
        RunInfo run = port.run();
        ObjectNode workflow = Json.object()
                .put("id", run.id())
                .put("startedAt", run.startedAt().toString());
        workflow.set("input", run.input());
        all.put("workflow", workflow);
        return all;
    }

    private JsonNode told(Frame frame, Stage stage, JsonNode shape, JsonNode value, Map<String, JsonNode> variables) {
        JsonNode shaped = shaped(shape, value, variables);
        if (!shape.isMissingNode()) {
            port.shaped(frame.path(), stage, shaped);
        }
        return shaped;
    }

    private static JsonNode shaped(JsonNode shape, JsonNode value, Map<String, JsonNode> variables) {
        return shape.isMissingNode() ? value : Expressions.evaluate(shape, value, variables);
    }

    private static JsonNode bounded(JsonNode value) {
        if (Json.bytes(value).length > LARGEST) {
            throw new Fault(ErrorKind.LIMIT, "What a run carries along has at most 1 MiB.");
        }
        return value;
    }
}
