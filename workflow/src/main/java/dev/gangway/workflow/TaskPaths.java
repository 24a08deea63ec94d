package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gangway.base.Json;
import java.util.List;

/// Paths of tasks in runs, such as `/each[3]/create#2`, held against a definition. Pure.
public final class TaskPaths {
    private TaskPaths() {}

    /// Whether a run of the definition may come to a task at `path`.
    public static boolean isIn(Definition definition, String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        JsonNode task = definition.tree();
        boolean caught = false;
        for (String segment : path.substring(1).split("/", -1)) {
            String name = segment.replaceFirst("\\[\\d+]$", "").replaceFirst("#\\d+$", "");
            JsonNode inner = named(caught ? task.at("/catch/do") : within(task), name);
            if (inner.isMissingNode()
                    && !caught
                    && name.equals("catch")
                    && task.at("/catch/do").isArray()) {
                caught = true;
                continue;
            }
            if (inner.isMissingNode()) {
                return false;
            }
            task = inner;
            caught = false;
        }
        return !caught;
    }

    private static JsonNode within(JsonNode task) {
        ArrayNode all = Json.array();
        for (JsonNode list : List.of(task.path("do"), task.path("try"), task.at("/fork/branches"))) {
            list.forEach(all::add);
        }
        return all;
    }

    private static JsonNode named(JsonNode tasks, String name) {
        for (JsonNode task : tasks) {
            if (task.has(name)) {
                return task.get(name);
            }
        }
        return Json.object().path("none");
    }
}
