package dev.gangway.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A list of things, one line each under a line of titles.
///
/// @param things what they are called when there are none: `partners`
/// @param columns from left to right
record Table(String things, List<Column> columns) {
    private static final String GAP = "  ";

    static Table of(String things, Column... columns) {
        return new Table(things, List.of(columns));
    }

    String render(Iterable<JsonNode> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::title).toList());
        rows.forEach(row -> lines.add(
                columns.stream().map(column -> column.value().apply(row)).toList()));
        if (lines.size() == 1) {
            return "No " + things + "." + System.lineSeparator();
        }
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(at -> lines.stream()
                        .mapToInt(line -> Cell.columns(line.get(at)))
                        .max()
                        .orElse(0))
                .toList();
        return lines.stream().map(line -> line(line, widths)).collect(joining());
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                        .mapToObj(at -> Cell.padded(cells.get(at), widths.get(at)))
                        .collect(joining(GAP))
                        .stripTrailing()
                + System.lineSeparator();
    }
}
