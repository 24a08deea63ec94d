package dev.gangway.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The workflows that are measured.
final class Definitions {
    static final String NAP = """
            document: {dsl: 1.0.0, namespace: bench, name: nap, version: '1'}
            do: [{nap: {wait: P1D}}]
            """;

    /// Goes on with the event that is about it.
    static final String HEAR = """
            document: {dsl: 1.0.0, namespace: bench, name: hear, version: '1'}
            do:
              - hear:
                  listen:
                    to:
                      one:
                        with: {type: settled}
                        correlate: {who: {from: .data.who, expect: '${ .who }'}}
            """;

    private static final String NEWEST = "select * from journal.step order by begun_at desc limit 1";

    private Definitions() {}

    /// Waits for as long as its input says.
    static String alarm(String name) {
        return """
                document: {dsl: 1.0.0, namespace: bench, name: %s, version: '1'}
                do: [{ring: {wait: '${ .left }'}}]
                """.formatted(name);
    }

    static String threeCalls(String url) {
        StringBuilder text =
                new StringBuilder("document: {dsl: 1.0.0, namespace: bench, name: three, version: '1'}\ndo:\n");
        for (String name : new String[] {"a", "b", "c"}) {
            text.append("  - ")
                    .append(name)
                    .append(": {call: http, with: {method: get, endpoint: {uri: '")
                    .append(url)
                    .append("/', authentication: {use: echo}}}}\n");
        }
        return text.toString();
    }

    /// A script that inserts a step like the newest, behind all others of its run.
    static String step(BareDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            if (!row.next()) {
                throw new BenchException("there is no step to take the row from");
            }
            return """
                    \\set position random(1000, 2000000000)
                    insert into journal.step
                      (world_id, run_id, position, path, kind, asked, arguments, outcome, begun_at, ended_at)
                    select world_id, run_id, :position, path, kind, asked, arguments, outcome, now(), now()
                      from journal.step where world_id = '%s' and run_id = '%s' and position = %d
                    on conflict do nothing;
                    """.formatted(row.getString("world_id"), row.getString("run_id"), row.getInt("position"));
        } catch (SQLException failed) {
            throw new BenchException("cannot read the row to insert: " + failed.getMessage());
        }
    }
}
