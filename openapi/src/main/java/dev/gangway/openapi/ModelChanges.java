package dev.gangway.openapi;

import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.RequestBody;
import dev.gangway.openapi.OperationModel.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of an operation, for those who call it. Words and examples do not count. Pure.
public final class ModelChanges {
    private final List<FieldChange> all = new ArrayList<>();

    private ModelChanges() {}

    public static List<FieldChange> between(OperationModel before, OperationModel after) {
        ModelChanges changes = new ModelChanges();
        changes.operation(before, after);
        changes.parameters(before.parameters(), after.parameters());
        changes.request(before.body(), after.body());
        changes.responses(before.responses(), after.responses());
        return List.copyOf(changes.all);
    }

    private void operation(OperationModel before, OperationModel after) {
        String was = before.method() + " " + before.path();
        String is = after.method() + " " + after.path();
        if (!was.equals(is)) {
            add("operation", "", "was " + was + ", is " + is, true);
        }
        if (before.deprecated() != after.deprecated()) {
            add("operation", "", after.deprecated() ? "is deprecated" : "is no longer deprecated", false);
        }
    }

    private void parameters(List<Parameter> before, List<Parameter> after) {
        Map<String, Parameter> old = named(before);
        Map<String, Parameter> now = named(after);
        old.forEach((key, parameter) -> {
            if (!now.containsKey(key)) {
                add(place(parameter), parameter.name(), "is gone", true);
            }
        });
        now.forEach((key, parameter) ->
                rows(place(parameter), old.containsKey(key) ? old.get(key).rows() : List.of(), parameter.rows(), true));
    }

    private static Map<String, Parameter> named(List<Parameter> parameters) {
        return byKey(parameters, parameter -> parameter.place() + " " + parameter.name());
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(one -> map.putIfAbsent(key.apply(one), one));
        return map;
    }

    private static String place(Parameter parameter) {
        return parameter.place().name().toLowerCase(Locale.ROOT);
    }

    private void request(@Nullable RequestBody before, @Nullable RequestBody after) {
        if (before == null || after == null) {
            if (before != null) {
                add("body", "", "is gone", true);
            } else if (after != null) {
                add("body", "", "is new", after.required());
            }
            return;
        }
        if (before.required() != after.required()) {
            add("body", "", after.required() ? "is now required" : "is no longer required", after.required());
        }
        rows("body", before.preferred().rows(), after.preferred().rows(), true);
    }

    private void responses(List<Response> before, List<Response> after) {
        Map<String, Response> old = byKey(before, Response::status);
        Map<String, Response> now = byKey(after, Response::status);
        old.forEach((status, _) -> {
            if (!now.containsKey(status)) {
                add("response " + status, "", "is gone", false);
            }
        });
        now.forEach((status, response) -> {
            if (old.containsKey(status)) {
                rows("response " + status, rows(old.get(status)), rows(response), false);
            } else {
                add("response " + status, "", "is new", false);
            }
        });
    }

    private static List<Row> rows(Response response) {
        return response.content().isEmpty()
                ? List.of()
                : response.content().getFirst().rows();
    }

    /// @param sent whether clients write it, and not read it
    private void rows(String place, List<Row> before, List<Row> after, boolean sent) {
        Map<String, Row> old = byKey(before, Row::path);
        Map<String, Row> now = byKey(after, Row::path);
        old.forEach((path, row) -> {
            if (!now.containsKey(path)) {
                add(place, path, "is gone", true);
            }
        });
        now.forEach((path, row) -> {
            Row was = old.get(path);
            if (was == null) {
                add(place, path, row.required() ? "is new and required" : "is new", sent && row.required());
            } else {
                row(place, was, row, sent);
            }
        });
    }

    private void row(String place, Row before, Row after, boolean sent) {
        String path = after.path();
        if (before.type() != after.type() || !before.format().equals(after.format())) {
            add(place, path, "was " + kind(before) + ", is " + kind(after), true);
        }
        if (before.required() != after.required()) {
            boolean breaks = sent == after.required();
            add(place, path, after.required() ? "is now required" : "is no longer required", breaks);
        }
        if (before.nullable() != after.nullable()) {
            add(place, path, after.nullable() ? "may now be null" : "may no longer be null", sent != after.nullable());
        }
        values(place, before, after, sent);
        limits(place, before, after, sent);
        if (before.deprecated() != after.deprecated()) {
            add(place, path, after.deprecated() ? "is deprecated" : "is no longer deprecated", false);
        }
    }

    private void limits(String place, Row before, Row after, boolean sent) {
        Limits was = before.limits();
        Limits is = after.limits();
        if (!was.equals(is)) {
            add(
                    place,
                    after.path(),
                    "was " + was.words() + ", is " + is.words(),
                    sent ? was.allowsMoreThan(is) : is.allowsMoreThan(was));
        }
    }

    private static String kind(Row row) {
        String type = row.type().name().toLowerCase(Locale.ROOT);
        return row.format().isEmpty() ? type : type + " (" + row.format() + ")";
    }

    private void values(String place, Row before, Row after, boolean sent) {
        Set<String> old = values(before);
        Set<String> now = values(after);
        if (old.equals(now)) {
            return;
        }
        if (old.isEmpty() || now.isEmpty()) {
            add(place, after.path(), now.isEmpty() ? "takes any value" : "takes one of " + now, sent == old.isEmpty());
            return;
        }
        Set<String> gone = new TreeSet<>(old);
        gone.removeAll(now);
        Set<String> fresh = new TreeSet<>(now);
        fresh.removeAll(old);
        if (!gone.isEmpty()) {
            add(place, after.path(), "no longer: " + String.join(", ", gone), sent);
        }
        if (!fresh.isEmpty()) {
            add(place, after.path(), "new: " + String.join(", ", fresh), !sent);
        }
    }

    private static Set<String> values(Row row) {
        return row.values().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(String place, String field, String what, boolean breaking) {
        all.add(new FieldChange(place, field, what, breaking));
    }
}
