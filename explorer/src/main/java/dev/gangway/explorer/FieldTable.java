package dev.gangway.explorer;

import dev.gangway.base.Json;
import dev.gangway.openapi.Row;
import dev.gangway.openapi.Row.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes rows of a body readable: everything but the body itself, in the document's order.
final class FieldTable {
    private final List<Row> rows;
    private final String prefix;
    private final Set<String> used;

    private FieldTable(List<Row> rows, String prefix, Set<String> used) {
        this.rows = rows;
        this.prefix = prefix;
        this.used = used;
    }

    /// @param prefix of every anchor, such as `request` or `response-200`
    static List<FieldRow> of(List<Row> rows, String prefix) {
        FieldTable table = new FieldTable(rows, prefix, new HashSet<>());
        List<FieldRow> made = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (table.isShown(i)) {
                made.add(table.row(i));
            }
        }
        return made;
    }

    /// The body itself has nothing to say when it is an object; the elements of a list of plain values are told by
    /// the list.
    private boolean isShown(int index) {
        Row row = rows.get(index);
        return switch (row.role()) {
            case BODY -> rows.size() == 1 || row.type() != Row.Type.OBJECT;
            case ITEM -> !Types.isPlain(row) || row.description().length() > 0;
            case MEMBER, MAP_VALUE, ALTERNATIVE -> true;
        };
    }

    private FieldRow row(int index) {
        Row row = rows.get(index);
        String path = row.role() == Role.ALTERNATIVE ? row.path() + " as " + row.name() : row.path();
        String name = row.role() == Role.BODY ? "body" : row.role() == Role.ALTERNATIVE ? row.name() : lastStep(path);
        String parents = path.endsWith(name) ? path.substring(0, path.length() - name.length()) : "";
        return new FieldRow(
                anchor(path),
                parents,
                name,
                Types.words(rows, index),
                row.required(),
                need(row),
                row.description(),
                Facts.of(row),
                row.values().stream().map(Json::text).toList(),
                marks(row));
    }

    private String anchor(String path) {
        String wanted = prefix + (path.isEmpty() ? "" : "." + path.replaceAll("[^A-Za-z0-9._\\[\\]{}-]+", "-"));
        String free = wanted;
        for (int more = 2; !used.add(free); more++) {
            free = wanted + "-" + more;
        }
        return free;
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private String need(Row row) {
        if (!row.credential().isEmpty()) {
            return "Filled in by the gateway";
        } else if (row.role() == Role.ALTERNATIVE) {
            return "";
        } else if (row.required()) {
            return "Required";
        } else if (row.requiredIfParent() && row.role() == Role.MEMBER) {
            return "Required in " + parentName(row);
        }
        return row.role() == Role.MEMBER || row.role() == Role.BODY ? "Optional" : "";
    }

    private String parentName(Row row) {
        Row parent = rows.get(row.parent());
        return parent.path().isEmpty() ? "the body" : lastStep(parent.path());
    }

    private static List<String> marks(Row row) {
        List<String> marks = new ArrayList<>();
        if (row.deprecated()) {
            marks.add("deprecated");
        }
        if (row.readOnly()) {
            marks.add("read only");
        }
        if (row.writeOnly()) {
            marks.add("write only");
        }
        if (row.secret()) {
            marks.add("masked");
        }
        if (row.repeats() >= 0) {
            marks.add("repeats");
        }
        if (row.cut()) {
            marks.add("more inside");
        }
        return marks;
    }
}
