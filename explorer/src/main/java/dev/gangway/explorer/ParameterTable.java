package dev.gangway.explorer;

import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes the rows of a parameter readable: the first bears the parameter's name, the others hang below it.
final class ParameterTable {
    private ParameterTable() {}

    static List<FieldRow> of(Parameter parameter) {
        String anchor = parameter.place().name().toLowerCase(Locale.ROOT) + "." + parameter.name();
        List<FieldRow> rows = new ArrayList<>();
        rows.add(first(parameter, anchor));
        FieldTable.of(parameter.rows(), anchor).stream()
                .filter(row -> !row.anchor().equals(anchor))
                .map(row -> below(row, parameter.name()))
                .forEach(rows::add);
        return rows;
    }

    private static FieldRow first(Parameter parameter, String anchor) {
        Row row = parameter.row();
        FieldRow whole = FieldTable.of(List.of(row), anchor).getFirst();
        return new FieldRow(
                anchor,
                "",
                parameter.name(),
                Types.words(parameter.rows(), 0),
                row.required(),
                row.credential().isEmpty() ? row.required() ? "Required" : "Optional" : "Filled in by the gateway",
                row.description(),
                whole.facts(),
                whole.values(),
                whole.marks());
    }

    private static FieldRow below(FieldRow row, String name) {
        return new FieldRow(
                row.anchor(),
                name + "." + row.parents(),
                row.name(),
                row.type(),
                row.required(),
                row.need(),
                row.description(),
                row.facts(),
                row.values(),
                row.marks());
    }
}
