package dev.gangway.explorer;

import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.Row;
import java.util.ArrayList;
import java.util.List;

/// Makes the rows of a parameter readable: the first bears the parameter's name, the others hang below it.
final class ParameterTable {
    private ParameterTable() {}

    static List<FieldRow> of(Parameter parameter) {
        String place = Draft.word(parameter.place());
        FieldRow whole = FieldTable.of(List.of(parameter.row()), place).getFirst();
        List<FieldRow> rows = new ArrayList<>();
        rows.add(named(parameter, whole));
        FieldTable.of(parameter.rows(), place).stream()
                .filter(row -> !row.anchor().equals(whole.anchor()))
                .forEach(rows::add);
        return rows;
    }

    private static FieldRow named(Parameter parameter, FieldRow whole) {
        Row row = parameter.row();
        return new FieldRow(
                whole.anchor(),
                "",
                parameter.name(),
                Types.words(parameter.rows(), 0),
                row.required(),
                whole.need(),
                row.description(),
                whole.facts(),
                whole.values(),
                whole.marks());
    }
}
