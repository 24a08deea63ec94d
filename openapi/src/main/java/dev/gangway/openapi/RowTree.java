package dev.gangway.openapi;

import dev.gangway.openapi.Row.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows with a way down: which rows are part of which. A row that repeats another has that one's parts. Immutable.
public final class RowTree {
    private final List<Row> rows;
    private final List<List<Integer>> parts;

    private RowTree(List<Row> rows, List<List<Integer>> parts) {
        this.rows = rows;
        this.parts = parts;
    }

    /// @param rows of one body or parameter, as [Row] says
    public static RowTree of(List<Row> rows) {
        List<List<Integer>> parts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            parts.add(new ArrayList<>(0));
            int parent = rows.get(i).parent();
            if (parent >= 0) {
                parts.get(parent).add(i);
            }
        }
        return new RowTree(rows, parts);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Row row(int index) {
        return rows.get(index);
    }

    /// The indices of what the row at `index` consists of, in the document's order.
    public List<Integer> parts(int index) {
        int repeated = rows.get(index).repeats();
        return parts.get(repeated < 0 ? index : repeated);
    }

    /// The row of the member `name`; where there is none of that name, the row that any member of a map has.
    public Optional<Integer> member(int index, String name) {
        Integer anyName = null;
        for (int part : parts(index)) {
            Row row = rows.get(part);
            if (row.role() == Role.MEMBER && row.name().equals(name)) {
                return Optional.of(part);
            }
            if (row.role() == Role.MAP_VALUE) {
                anyName = part;
            }
        }
        return Optional.ofNullable(anyName);
    }
}
