package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One thing, a line per member: its name in the API, and its value. Objects inside are indented, texts of several
/// lines go on below their first; lists of objects follow as tables of their own.
///
/// @param tables how to show the members that are lists of objects
/// @param hidden members that are not shown
record Card(Map<String, Table> tables, Set<String> hidden) {
    static final Card PLAIN = new Card(Map.of(), Set.of());

    private record Line(String label, String value) {}

    /// This card with a table for the member `name`.
    Card with(String name, Table table) {
        Map<String, Table> more = new LinkedHashMap<>(tables);
        more.put(name, table);
        return new Card(more, hidden);
    }

    /// This card without these members.
    Card without(String... names) {
        return new Card(tables, Set.of(names));
    }

    String render(JsonNode thing) {
        List<Line> lines = new ArrayList<>();
        addTo(lines, thing, "");
        int width = lines.stream()
                .mapToInt(line -> Cell.columns(line.label()))
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append((Cell.padded(line.label(), width) + "  " + line.value()).stripTrailing())
                    .append(System.lineSeparator());
        }
        tables.forEach((name, table) -> text.append(System.lineSeparator())
                .append(name)
                .append(System.lineSeparator())
                .append(table.render(thing.path(name))));
        return text.toString();
    }

    private void addTo(List<Line> lines, JsonNode object, String indent) {
        object.propertyStream()
                .filter(member -> !tables.containsKey(member.getKey()) && !hidden.contains(member.getKey()))
                .forEach(member -> {
                    JsonNode value = member.getValue();
                    String label = indent + Cell.harmless(member.getKey());
                    if (value.isObject() && !value.isEmpty()) {
                        lines.add(new Line(label, ""));
                        addTo(lines, value, indent + "  ");
                    } else if (value.isTextual() && value.textValue().contains("\n")) {
                        addText(lines, label, value.textValue());
                    } else {
                        lines.add(new Line(label, Cell.text(value)));
                    }
                });
    }

    private static void addText(List<Line> lines, String label, String text) {
        String beside = label;
        for (String line : text.lines().toList()) {
            lines.add(new Line(beside, Cell.harmless(line)));
            beside = "";
        }
    }
}
