package dev.gangway.app;

import dev.gangway.storage.DatabaseConfig;
import dev.gangway.temporal.TemporalConfig;
import dev.gangway.temporal.TemporalHost;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at everything that Gangway needs from its machine, without changing anything.
final class Doctor {
    private static final int JAVA_NEEDED = 25;
    private static final int POSTGRESQL_NEEDED = 15;
    private static final long FREE_BYTES_NEEDED = 1L << 30; // 1 GiB
    private static final Instant RELEASED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Doctor() {}

    static List<Diagnosis> examine(GangwayConfig config) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(java());
        boolean running = isRunning(config);
        diagnoses.add(port(config, running));
        diagnoses.add(folder(config.home()));
        diagnoses.add(disk(config.home()));
        diagnoses.add(config.database().map(Doctor::database).orElseGet(() -> embedded(config.home(), running)));
        config.temporal().map(Doctor::temporal).ifPresent(diagnoses::add);
        diagnoses.add(clock(InstantSource.system().instant()));
        return diagnoses;
    }

    private static Diagnosis java() {
        int feature = Runtime.version().feature();
        return feature >= JAVA_NEEDED
                ? Diagnosis.well("java", Runtime.version().toString())
                : Diagnosis.ill("java", "Java " + feature, "install a JDK " + JAVA_NEEDED + " or set JAVA_HOME to one");
    }

    private static Diagnosis temporal(TemporalConfig temporal) {
        String place = temporal.address() + ", namespace " + temporal.namespace();
        return TemporalHost.trouble(temporal)
                .map(trouble -> Diagnosis.ill(
                        "temporal", place + ": " + trouble, "start it, make the namespace, or correct temporal.*"))
                .orElseGet(() -> Diagnosis.well("temporal", place));
    }

    private static boolean isRunning(GangwayConfig config) {
        URI live = URI.create(Banner.address(config, config.edge().port()) + "/health/live");
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(live).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.ofString()).body().contains("\"up\"");
        } catch (IOException | IllegalArgumentException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Diagnosis port(GangwayConfig config, boolean running) {
        String address = config.edge().host() + ":" + config.edge().port();
        if (running) {
            return Diagnosis.well("port", "Gangway serves at " + address);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(
                    new InetSocketAddress(config.edge().host(), config.edge().port()));
            return Diagnosis.well("port", address + " is free");
        } catch (IOException taken) {
            return Diagnosis.ill(
                    "port", address + ": " + taken.getMessage(), "choose another with --port, or 0 for any");
        }
    }

    private static Diagnosis folder(Path home) {
        Path existing = home;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.isWritable(existing)
                ? Diagnosis.well("data folder", home + (existing.equals(home) ? "" : " (will be made)"))
                : Diagnosis.ill("data folder", existing + " is not writable", "choose another with --home");
    }

    private static Diagnosis disk(Path home) {
        Path existing = home;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String finding = (free >> 20) + " MiB free at " + existing;
            return free >= FREE_BYTES_NEEDED
                    ? Diagnosis.well("disk", finding)
                    : Diagnosis.ill("disk", finding, "free some space: 1 GiB is the least");
        } catch (IOException unreadable) {
            return Diagnosis.ill(
                    "disk", String.valueOf(unreadable.getMessage()), "see whether the file system is mounted");
        }
    }

    private static Diagnosis embedded(Path home, boolean running) {
        if (running) {
            return Diagnosis.well("database", "embedded, in use by the running Gangway");
        }
        boolean there = Files.isDirectory(home.resolve("postgresql"));
        return Diagnosis.well("database", there ? "embedded, in " + home : "embedded, made at the first start");
    }

    private static Diagnosis database(DatabaseConfig config) {
        try (Connection connection = DriverManager.getConnection(
                config.url(), config.user(), config.password().reveal())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            return version >= POSTGRESQL_NEEDED
                    ? Diagnosis.well("database", "PostgreSQL " + version + " at " + config.url())
                    : Diagnosis.ill("database", "PostgreSQL " + version, "15 or newer is needed");
        } catch (SQLException unreachable) {
            return Diagnosis.ill(
                    "database",
                    Optional.ofNullable(unreachable.getMessage()).orElse("not reachable"),
                    "see whether database.url is right and the server is up");
        }
    }

    private static Diagnosis clock(Instant now) {
        return now.isAfter(RELEASED)
                ? Diagnosis.well("clock", now.toString())
                : Diagnosis.ill(
                        "clock", now + " is before this release", "set the clock: signatures and expiry depend on it");
    }
}
