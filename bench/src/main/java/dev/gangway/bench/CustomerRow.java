package dev.gangway.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The row that `create` inserts, as a statement for pgbench: the same table with all its indexes, the values of a
/// row that Gangway has inserted, in a world of its own, and what must differ from row to row drawn at random.
final class CustomerRow {
    private static final String NEWEST = "select * from customer.end_customer order by created_at desc limit 1";
    private static final Map<String, String> DRAWN = Map.of(
            "world_id", "'bench'",
            "client_id", "substr(md5(:draw::text), 1, 24)",
            "application_name", "'Blue Water ' || :draw::text",
            "website_host", "'customer-' || :draw::text || '.bluewater.example'");

    private CustomerRow() {}

    /// @throws BenchException when Gangway has created no customer yet
    static String script(BareDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            if (!row.next()) {
                throw new BenchException("there is no customer to take the row from");
            }
            return script(row);
        } catch (SQLException failed) {
            throw new BenchException("cannot read the row to insert: " + failed.getMessage());
        }
    }

    private static String script(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String name = columns.getColumnName(at).toLowerCase(Locale.ROOT);
            names.add(name);
            values.add(DRAWN.getOrDefault(name, literal(row.getString(at))));
        }
        return """
                \\set draw random(1, 9000000000000000000)
                insert into customer.end_customer (%s) values (%s);
                """.formatted(String.join(", ", names), String.join(", ", values));
    }

    private static String literal(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "null" : "'" + value.replace("'", "''") + "'";
    }
}
