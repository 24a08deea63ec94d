package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Holds the ways through one list of tasks against the rules: each `then` leads somewhere, and none in a circle that
/// nothing can leave.
final class FlowCheck {
    static final Set<String> WORDS = Set.of("continue", "exit", "end");

    private final JsonNode tasks;
    private final String pointer;
    private final Flaws flaws;
    private final List<String> names = new ArrayList<>();

    FlowCheck(JsonNode tasks, String pointer, Flaws flaws) {
        this.tasks = tasks;
        this.pointer = pointer;
        this.flaws = flaws;
        tasks.forEach(item -> names.add(
                item.isObject() && item.size() == 1 ? item.fieldNames().next() : ""));
    }

    void check() {
        for (int index = 0; index < names.size(); index++) {
            String at = Pointers.child(Pointers.child(pointer, index), names.get(index));
            JsonNode task = task(index);
            known(task.path("then"), at + "/then");
            for (int one = 0;
                    task.path("switch").isArray() && one < task.get("switch").size();
                    one++) {
                JsonNode way = task.get("switch").get(one);
                if (way.size() == 1) {
                    String name = way.fieldNames().next();
                    known(way.get(name).path("then"), Pointers.child(at + "/switch/" + one, name) + "/then");
                }
            }
        }
        endless();
    }

    private void known(JsonNode then, String at) {
        if (then.isTextual() && !WORDS.contains(then.textValue()) && !names.contains(then.textValue())) {
            flaws.add(at, "There is no task " + then.textValue() + " in this list.");
        }
    }

    /// Follows the way on which no condition decides.
    private void endless() {
        Set<Integer> passed = new HashSet<>();
        int index = 0;
        while (index >= 0 && index < names.size() && decidesNothing(task(index))) {
            if (!passed.add(index)) {
                flaws.add(
                        Pointers.child(Pointers.child(pointer, index), names.get(index)),
                        "This loop has no end: no switch or if leads out of it.");
                return;
            }
            String then = task(index).path("then").asText("continue");
            index = then.equals("continue") ? index + 1 : names.indexOf(then);
        }
    }

    private static boolean decidesNothing(JsonNode task) {
        return !task.has("if") && !task.has("switch") && !task.has("raise");
    }

    private JsonNode task(int index) {
        return tasks.get(index).path(names.get(index));
    }
}
