package dev.gangway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Describes what the figures were measured on, a line for each thing.
final class Machine {
    private static final String SETTINGS = """
            select string_agg(name || '=' || setting, ', ' order by name) as settings
              from pg_settings
             where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers')
            """;

    private Machine() {}

    static List<String> describe(BareDatabase database, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %d processors, %s of memory, %s %s"
                .formatted(
                        proc("cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        proc("meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version")));
        lines.add("Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        lines.add(postgresql(database));
        lines.add("disk: %s; a flush (8 KiB, forced) takes %s"
                .formatted(Files.getFileStore(folder).type(), FlushTime.in(folder)));
        lines.add("load average before: " + read(Path.of("/proc/loadavg")).split(" ", -1)[0]);
        return lines;
    }

    private static String postgresql(BareDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery(SETTINGS)) {
            settings.next();
            String version = connection.getMetaData().getDatabaseProductVersion();
            return "PostgreSQL " + version + ": " + settings.getString("settings");
        } catch (SQLException failed) {
            throw new BenchException("PostgreSQL does not tell its settings: " + failed.getMessage());
        }
    }

    private static String proc(String file, String key) {
        return read(Path.of("/proc", file))
                .lines()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return String.join("\n", lines.toList());
        } catch (IOException absent) {
            return "";
        }
    }
}
