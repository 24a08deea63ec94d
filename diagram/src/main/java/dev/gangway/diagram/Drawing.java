package dev.gangway.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes boxes of tasks. The tree is that of a definition which was found good.
record Drawing(Map<String, Mark> marks) {
    private static final List<String> KINDS =
            List.of("call", "emit", "for", "fork", "listen", "raise", "run", "set", "switch", "try", "wait", "do");
    private static final int LONGEST = 80; // characters of a detail

    List<Box> boxes(JsonNode tasks, String above) {
        List<Box> boxes = new ArrayList<>();
        for (JsonNode item : tasks) {
            String name = item.fieldNames().next();
            boxes.add(box(name, item.get(name), above + "/" + name));
        }
        return List.copyOf(boxes);
    }

    private Box box(String name, JsonNode task, String path) {
        String kind = KINDS.stream().filter(task::has).findFirst().orElse("do");
        return new Box(
                path,
                name,
                kind,
                shortened(detail(kind, task)),
                Optional.ofNullable(marks.get(path)).map(Mark::word).orElse(""),
                ways(kind, task),
                groups(kind, task, path),
                task.path("then").asText(""));
    }

    private static String detail(String kind, JsonNode task) {
        JsonNode what = task.path(kind);
        return switch (kind) {
            case "call" ->
                task.at("/with/operationId").isMissingNode()
                        ? task.at("/with/method").asText().toUpperCase(Locale.ROOT) + " " + endpoint(task)
                        : task.at("/with/operationId").asText();
            case "emit" -> what.at("/event/with/type").asText();
            case "for" -> "each " + what.path("each").asText("item") + " in " + plain(what.path("in"));
            case "listen" -> String.join(", ", what.findValuesAsText("type"));
            case "raise" -> what.at("/error/type").asText();
            case "run" -> what.at("/workflow/name").asText();
            case "set" -> String.join(", ", names(what));
            case "wait" -> what.isTextual() ? what.asText() : Json.text(what);
            default -> "";
        };
    }

    private static String endpoint(JsonNode task) {
        JsonNode endpoint = task.at("/with/endpoint");
        return endpoint.isObject() ? endpoint.path("uri").asText() : endpoint.asText();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String plain(JsonNode expression) {
        return expression.asText().replaceAll("^\\$\\{\\s*|\\s*}$", "");
    }

    private static List<Box.Way> ways(String kind, JsonNode task) {
        List<Box.Way> ways = new ArrayList<>();
        if (kind.equals("switch")) {
            for (JsonNode item : task.path("switch")) {
                String name = item.fieldNames().next();
                JsonNode way = item.get(name);
                ways.add(new Box.Way(
                        name,
                        shortened(plain(way.path("when"))),
                        way.path("then").asText("continue")));
            }
        }
        return List.copyOf(ways);
    }

    private List<Box.Group> groups(String kind, JsonNode task, String path) {
        return switch (kind) {
            case "do" -> List.of(new Box.Group("", boxes(task.path("do"), path)));
            case "for" -> List.of(new Box.Group("", boxes(task.path("do"), path)));
            case "try" -> caught(task, path);
            case "fork" ->
                boxes(task.at("/fork/branches"), path).stream()
                        .map(branch -> new Box.Group("", List.of(branch)))
                        .toList();
            default -> List.of();
        };
    }

    private List<Box.Group> caught(JsonNode task, String path) {
        Box.Group tried = new Box.Group("", boxes(task.path("try"), path));
        JsonNode handling = task.at("/catch/do");
        return handling.isMissingNode()
                ? List.of(tried)
                : List.of(tried, new Box.Group("catch", boxes(handling, path + "/catch")));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
