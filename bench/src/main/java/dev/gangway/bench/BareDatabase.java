package dev.gangway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// The embedded PostgreSQL of a running Gangway, reached past Gangway.
///
/// @param server its first process, whose children are its others
record BareDatabase(ProcessFolder server, int port, String password) {
    private static final String NAME = "gangway"; // of the database and of its owner

    /// @param home the data folder of Gangway
    static BareDatabase in(Path home) throws IOException {
        Path cluster = home.resolve("postgresql/cluster");
        List<String> pid = Files.readAllLines(cluster.resolve("data/postmaster.pid"));
        return new BareDatabase(
                new ProcessFolder(Long.parseLong(pid.get(0).strip())),
                Integer.parseInt(pid.get(3).strip()),
                Files.readString(cluster.resolve("password")).strip());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME), NAME, password);
    }

    /// How PostgreSQL's own programs find it.
    Map<String, String> environment() {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(port),
                "PGUSER", NAME,
                "PGDATABASE", NAME,
                "PGPASSWORD", password);
    }

    @Override
    public String toString() {
        return "BareDatabase[" + port + "]";
    }
}
