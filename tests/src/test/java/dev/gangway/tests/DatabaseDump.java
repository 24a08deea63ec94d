package dev.gangway.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Everything that the embedded database of a data folder holds, as text; bytes in hex.
final class DatabaseDump {
    private static final int PORT_LINE = 3; // of postmaster.pid, counted from 0

    private DatabaseDump() {}

    static String of(Path home) throws Exception {
        Path cluster = home.resolve("postgresql").resolve("cluster");
        String port = Files.readAllLines(cluster.resolve("data").resolve("postmaster.pid"))
                .get(PORT_LINE);
        String password = Files.readString(cluster.resolve("password"));
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/gangway", "gangway", password)) {
            StringBuilder dump = new StringBuilder();
            for (String table : tables(connection)) {
                dump.append("-- ").append(table).append('\n');
                rows(connection, table).forEach(row -> dump.append(row).append('\n'));
            }
            return dump.toString();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, """
                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                  from information_schema.tables
                 where table_type = 'BASE TABLE'
                   and table_schema not in ('pg_catalog', 'information_schema')
                 order by 1
                """);
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        return texts(connection, "select whole::text from %s as whole".formatted(table));
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
