package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds the tasks of one definition against the rules, in the order of the text.
final class TaskCheck {
    private static final Set<String> AROUND = Set.of("if", "input", "output", "export", "timeout", "then", "metadata");
    private static final Map<String, Set<String>> WITH = Map.of(
            "call", Set.of("call", "with"),
            "for", Set.of("for", "while", "do"),
            "try", Set.of("try", "catch"));
    private static final Set<String> VARIABLES = Set.of("context", "input", "workflow", "task");

    private final JsonNode tree;
    private final Flaws flaws;
    private final ExpressionCheck expressions;
    private final CallCheck calls;
    private final CatchCheck catches;
    private final PagesCheck pages;
    private final Surroundings surroundings;

    TaskCheck(JsonNode tree, Surroundings surroundings, Flaws flaws) {
        this.tree = tree;
        this.surroundings = surroundings;
        this.flaws = flaws;
        this.expressions = new ExpressionCheck(flaws);
        this.calls = new CallCheck(surroundings, expressions, flaws);
        this.pages = new PagesCheck(expressions, flaws);
        this.catches = new CatchCheck(tree.at("/use/retries"), expressions, flaws);
    }

    void whole() {
        around(tree, "", VARIABLES);
        failure(tree.at(Definition.ON_FAILURE));
        JsonNode retries = tree.at("/use/retries");
        retries.properties()
                .forEach(retry ->
                        catches.retry(retry.getValue(), Pointers.child("/use/retries", retry.getKey()), VARIABLES));
        if (tree.has("use")) {
            Shapes.known(tree.path("use"), "/use", Set.of("retries"), flaws);
        }
        list(tree.path("do"), "/do", VARIABLES);
    }

    private void failure(JsonNode workflow) {
        if (!workflow.isMissingNode()
                && surroundings.workflow(workflow.asText()).isEmpty()) {
            flaws.add(Definition.ON_FAILURE, "There is no workflow " + workflow.asText() + ".");
        }
    }

    private void list(JsonNode tasks, String pointer, Set<String> variables) {
        if (!tasks.isArray() || tasks.isEmpty()) {
            flaws.add(pointer, "Here must be a list of tasks, each under its name.");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int index = 0; index < tasks.size(); index++) {
            String item = Pointers.child(pointer, index);
            if (!tasks.get(index).isObject() || tasks.get(index).size() != 1) {
                flaws.add(item, "A task is one name and, under it, what to do.");
                continue;
            }
            String name = tasks.get(index).fieldNames().next();
            if (!names.add(name)) {
                flaws.add(item, "There are two tasks called " + name + " in this list.");
            }
            task(tasks.get(index).get(name), Pointers.child(item, name), variables);
        }
        new FlowCheck(tasks, pointer, flaws).check();
    }

    private void task(JsonNode task, String pointer, Set<String> variables) {
        if (!Shapes.object(task, pointer, flaws)) {
            return;
        }
        String kind = Task.KINDS.stream().filter(task::has).findFirst().orElse("");
        if (kind.isEmpty()) {
            flaws.add(pointer, "Unknown task; a task has one of " + String.join(", ", Task.KINDS) + ".");
            return;
        }
        Set<String> known = new HashSet<>(AROUND);
        known.addAll(WITH.getOrDefault(kind, Set.of(kind)));
        Shapes.known(task, pointer, known, flaws);
        around(task, pointer, variables);
        pages.check(task, pointer, variables);
        String place = Pointers.child(pointer, kind);
        JsonNode what = task.get(kind);
        switch (kind) {
            case "call" -> calls.check(task, pointer, variables);
            case "emit" -> emit(what, place, variables);
            case "for" -> loop(task, pointer, variables);
            case "fork" -> {
                Shapes.known(what, place, Set.of("branches", "compete"), flaws);
                list(what.path("branches"), Pointers.child(place, "branches"), variables);
            }
            case "listen" -> listen(what, place, variables);
            case "raise" -> {
                Shapes.known(what, place, Set.of("error"), flaws);
                if (!what.path("error").path("type").isTextual()
                        || !what.path("error").path("status").isInt()) {
                    flaws.add(place, "An error has a type and a status.");
                }
                expressions.values(what, place, variables);
            }
            case "run" -> run(what, place, variables);
            case "set" -> expressions.values(what, place, variables);
            case "switch" -> cases(what, place, variables);
            case "try" -> {
                list(what, place, variables);
                JsonNode caught = task.path("catch");
                Set<String> inside = catches.check(caught, Pointers.child(pointer, "catch"), variables);
                if (caught.has("do")) {
                    list(caught.get("do"), pointer + "/catch/do", inside);
                }
            }
            case "wait" -> {
                Shapes.span(what, place, flaws);
                expressions.values(what, place, variables);
            }
            case "do" -> list(what, place, variables);
            default -> throw new IllegalStateException(kind);
        }
    }

    private void around(JsonNode task, String pointer, Set<String> variables) {
        expressions.condition(task.path("if"), pointer + "/if", variables);
        for (String shaping : List.of("input", "output", "export")) {
            JsonNode shape = task.path(shaping);
            if (!shape.isMissingNode()) {
                Set<String> more = new HashSet<>(variables);
                more.add("output");
                Shapes.known(shape, pointer + "/" + shaping, Set.of(shaping.equals("input") ? "from" : "as"), flaws);
                shaped(shape.path(shaping.equals("input") ? "from" : "as"), pointer + "/" + shaping);
                expressions.values(shape, pointer + "/" + shaping, shaping.equals("input") ? variables : more);
            }
        }
        JsonNode timeout = task.path("timeout");
        if (!timeout.isMissingNode()) {
            Shapes.known(timeout, pointer + "/timeout", Set.of("after"), flaws);
            Shapes.span(timeout.path("after"), pointer + "/timeout/after", flaws);
        }
    }

    private void shaped(JsonNode shape, String pointer) {
        if (shape.isTextual() && !Expressions.isExpression(shape)) {
            flaws.add(pointer, "A shape is an object, or an expression in ${ }.");
        }
    }

    private void emit(JsonNode what, String place, Set<String> variables) {
        if (!what.path("event").path("with").path("type").isTextual()) {
            flaws.add(place, "An event is under event.with, and has a type.");
        }
        expressions.values(what, place, variables);
    }

    private void loop(JsonNode task, String pointer, Set<String> variables) {
        JsonNode each = task.get("for");
        Shapes.known(each, pointer + "/for", Set.of("each", "at", "in"), flaws);
        if (!each.path("in").isArray() && !Expressions.isExpression(each.path("in"))) {
            flaws.add(pointer + "/for/in", "What a loop goes through is a list, or an expression in ${ }.");
        }
        expressions.values(each.path("in"), pointer + "/for/in", variables);
        Set<String> inside = new HashSet<>(variables);
        inside.add(each.path("each").asText("item"));
        inside.add(each.path("at").asText("index"));
        expressions.condition(task.path("while"), pointer + "/while", inside);
        list(task.path("do"), pointer + "/do", inside);
    }

    private void listen(JsonNode what, String place, Set<String> variables) {
        Shapes.known(what, place, Set.of("to", "read"), flaws);
        JsonNode to = what.path("to");
        if (to.size() != 1 || !(to.has("one") || to.has("any") || to.has("all"))) {
            flaws.add(place + "/to", "A task listens to one, any or all of its filters.");
            return;
        }
        String how = to.fieldNames().next();
        JsonNode filters = how.equals("one") ? Json.array().add(to.get("one")) : to.get(how);
        for (int index = 0; index < filters.size(); index++) {
            String at = place + "/to/" + how + (how.equals("one") ? "" : "/" + index);
            JsonNode filter = filters.get(index);
            Shapes.known(filter, at, Set.of("with", "correlate"), flaws);
            if (!filter.path("with").path("type").isTextual()) {
                flaws.add(at, "A filter names the type of the event under with.");
            }
            expressions.values(filter.path("with"), at + "/with", variables);
            filter.path("correlate").properties().forEach(one -> {
                String correlation = Pointers.child(at + "/correlate", one.getKey());
                expressions.condition(one.getValue().path("from"), correlation + "/from", Set.of());
                expressions.values(one.getValue().path("expect"), correlation + "/expect", variables);
            });
        }
        if (filters.isEmpty()) {
            flaws.add(place + "/to", "There is no filter, so this would wait for ever.");
        }
    }

    private void run(JsonNode what, String place, Set<String> variables) {
        Shapes.known(what, place, Set.of("workflow"), flaws);
        JsonNode workflow = what.path("workflow");
        if (workflow.isMissingNode()) {
            if (what.isEmpty()) {
                flaws.add(place, "A run names a workflow.");
            }
            return;
        }
        Shapes.known(workflow, place + "/workflow", Set.of("namespace", "name", "version", "input"), flaws);
        String name = workflow.path("name").asText();
        if (!name.equals(tree.at("/document/name").asText())
                && surroundings.workflow(name).isEmpty()) {
            flaws.add(place + "/workflow/name", "There is no workflow " + name + ".");
        }
        expressions.values(workflow.path("input"), place + "/workflow/input", variables);
    }

    private void cases(JsonNode what, String place, Set<String> variables) {
        for (int index = 0; index < what.size(); index++) {
            String at = place + "/" + index;
            if (what.get(index).size() != 1) {
                flaws.add(at, "A case is one name and, under it, when and then.");
                continue;
            }
            Map.Entry<String, JsonNode> one =
                    what.get(index).properties().iterator().next();
            String inside = Pointers.child(at, one.getKey());
            Shapes.known(one.getValue(), inside, Set.of("when", "then"), flaws);
            if (!one.getValue().path("then").isTextual()) {
                flaws.add(inside, "A case says with then where to go on.");
            }
            expressions.condition(one.getValue().path("when"), inside + "/when", variables);
        }
        if (!what.isArray() || what.isEmpty()) {
            flaws.add(place, "A switch is a list of cases.");
        }
    }
}
