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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows that `create` inserts, as scripts for pgbench: the same tables with all their indexes, the values of rows
/// that Gangway has inserted, in a world of its own, and what must differ from row to row drawn at random.
final class CreatedRows {
    private static final String DRAW = "\\set draw random(1, 9000000000000000000)\n";
    private static final String CLIENT_ID = "substr(md5(:draw::text), 1, 24)";

    /// @param newest a query for some of its rows
    /// @param drawn expressions by column
    /// @param generated columns that PostgreSQL fills in
    private record Table(String name, String newest, Map<String, String> drawn, Set<String> generated) {}

    private static final Table CUSTOMER = new Table(
            "customer.end_customer",
            "select * from customer.end_customer order by created_at desc limit 1",
            Map.of(
                    "client_id", CLIENT_ID,
                    "application_name", "'Blue Water ' || :draw::text",
                    "website_host", "'customer-' || :draw::text || '.bluewater.example'"),
            Set.of());

    private static final List<Table> OTHERS = List.of(
            new Table(
                    "customer.api_key",
                    "select * from customer.api_key order by issued_at desc, id limit 2",
                    Map.of("client_id", CLIENT_ID, "id", "'key_' || md5(random()::text)"),
                    Set.of()),
            new Table(
                    "audit.event",
                    "select * from audit.event where action = 'customer.created' order by id desc limit 1",
                    Map.of(
                            "subject", CLIENT_ID,
                            "request_id", "substr(md5(random()::text), 1, 15)",
                            "position", "null",
                            "previous_hash", "null",
                            "hash", "null"),
                    Set.of("id")),
            new Table(
                    "webhook.event",
                    "select * from webhook.event order by number desc limit 1",
                    Map.of("subject", CLIENT_ID, "id", "'evt_' || md5(random()::text)", "position", "null"),
                    Set.of("number")));

    private CreatedRows() {}

    /// The end customer alone.
    ///
    /// @throws BenchException when Gangway has created none yet
    static String customer(BareDatabase database) {
        return DRAW + inserts(database, List.of(CUSTOMER));
    }

    /// The end customer with its keys, its entry in the audit trail and the event that tells of it, in one transaction.
    ///
    /// @throws BenchException when Gangway has created none yet
    static String all(BareDatabase database) {
        List<Table> tables = new ArrayList<>(List.of(CUSTOMER));
        tables.addAll(OTHERS);
        return DRAW + "begin;\n" + inserts(database, tables) + "commit;\n";
    }

    private static String inserts(BareDatabase database, List<Table> tables) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            StringBuilder script = new StringBuilder();
            for (Table table : tables) {
                script.append(insert(table, statement));
            }
            return script.toString();
        } catch (SQLException failed) {
            throw new BenchException("cannot read the rows to insert: " + failed.getMessage());
        }
    }

    /// One statement, also where there are several rows.
    private static String insert(Table table, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(table.newest())) {
            List<String> names = new ArrayList<>();
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                names.clear();
                rows.add("(" + String.join(", ", values(table, row, names)) + ")");
            }
            if (rows.isEmpty()) {
                throw new BenchException("there is no row of " + table.name() + " to take");
            }
            return "insert into %s (%s) values %s;%n"
                    .formatted(table.name(), String.join(", ", names), String.join(", ", rows));
        }
    }

    private static List<String> values(Table table, ResultSet row, List<String> names) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> values = new ArrayList<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String name = columns.getColumnName(at).toLowerCase(Locale.ROOT);
            if (!table.generated().contains(name)) {
                names.add(name);
                values.add(
                        name.equals("world_id")
                                ? "'bench'"
                                : table.drawn().getOrDefault(name, literal(row.getString(at))));
            }
        }
        return values;
    }

    /// With no colon in it, which pgbench would take for a variable of its own.
    private static String literal(@Nullable String value) {
        return value == null
                ? "null"
                : "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
    }
}
