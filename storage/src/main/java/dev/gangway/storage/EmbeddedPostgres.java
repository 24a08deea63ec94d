package dev.gangway.storage;

import dev.gangway.base.Secret;
import dev.gangway.base.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own in the data folder: durable, closed to all but this machine and our password.
/// It is a process beside ours and outlives a hard death of ours; the next start stops it first, so that no
/// orphaned backend still holds a lock or commits behind our back, and whatever runs was started by this
/// release with these settings. Should it die while we live, it is started anew.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int CONNECTIONS = 20;
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(300); // between two attempts
    private static final Duration LOOKING = Duration.ofSeconds(1); // whether it still runs

    private final Cluster cluster;
    private final int port;
    private @Nullable Worker watch;

    private EmbeddedPostgres(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /// Starts it in `<home>/postgresql`, creating everything at the first start, and waits until it answers.
    ///
    /// @throws StorageException with the reason, and the server's own words where it has any
    public static EmbeddedPostgres start(HomeLock home) {
        Path folder = folder(home);
        EmbeddedPostgres server = start(PostgresPrograms.unpackedIn(folder), cluster(folder));
        server.watch = new Worker("embedded-postgresql", LOOKING, server::revive);
        return server;
    }

    /// Where in a data folder it is kept.
    static Path folder(HomeLock home) {
        return home.home().resolve("postgresql");
    }

    static Path cluster(Path folder) {
        return folder.resolve("cluster");
    }

    static EmbeddedPostgres start(PostgresPrograms programs, Path folder) {
        Cluster cluster = new Cluster(programs, folder);
        cluster.stop();
        cluster.prepare();
        return new EmbeddedPostgres(cluster, start(cluster));
    }

    /// Tries again on another port: the free one may be taken before PostgreSQL has it, and the backends of a
    /// server that was killed need a moment to notice.
    private static int start(Cluster cluster) {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                cluster.start(port);
                LOG.atInfo()
                        .addKeyValue("port", port)
                        .addKeyValue("data", cluster.data())
                        .log("embedded PostgreSQL started");
                return port;
            } catch (StorageException failed) {
                if (attempt == ATTEMPTS || !pause()) {
                    throw failed;
                }
            }
        }
    }

    /// Starts the server again, where clients look for it, when it has died: of a lack of memory, say. What it had
    /// acknowledged is on disk. One that cannot start yet, since backends of the dead one linger, is tried again.
    private boolean revive() {
        if (!cluster.runs()) {
            LOG.atError().addKeyValue("data", cluster.data()).log("embedded PostgreSQL has died, starting it again");
            cluster.start(port);
        }
        return false;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new StorageException("no free port on the loopback interface: " + none.getMessage(), none);
        }
    }

    /// How to reach it, as the role that owns the database `gangway`.
    public DatabaseConfig config() {
        return config(Cluster.OWNER, Cluster.OWNER);
    }

    DatabaseConfig config(String database, String role) {
        Secret password = cluster.secret();
        return new DatabaseConfig(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), role, password, CONNECTIONS);
    }

    /// Stops the server: open transactions are rolled back, what is committed is on disk. Idempotent.
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        cluster.stop();
        LOG.atInfo().addKeyValue("data", cluster.data()).log("embedded PostgreSQL stopped");
    }
}
