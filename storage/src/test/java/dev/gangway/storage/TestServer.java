package dev.gangway.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The embedded PostgreSQL of this test JVM, in a folder of its own below the folder for temporary files. It ends with
/// the JVM; what a killed JVM left behind is swept by the next.
final class TestServer {
    private static final Path SHARED =
            Path.of(System.getProperty("java.io.tmpdir"), "gangway-tests-" + System.getProperty("user.name"));

    private TestServer() {}

    static EmbeddedPostgres running() {
        return Running.SERVER;
    }

    /// The programs, unpacked once for all test JVMs of this user.
    static PostgresPrograms programs() {
        return PostgresPrograms.unpackedIn(SHARED.resolve("programs"));
    }

    /// Started when first asked for.
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();
    }

    private static EmbeddedPostgres start() {
        try {
            Folders.create(SHARED, Account.isRoot() ? "rwx--x--x" : "rwx------");
            Path homes = SHARED.resolve("homes");
            Folders.create(homes, "rwxr-xr-x");
            for (Path left : list(homes)) {
                sweep(left);
            }
            HomeLock home = HomeLock.hold(
                    homes.resolve(String.valueOf(ProcessHandle.current().pid())));
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(programs(), home.home().resolve("cluster"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                home.close();
                sweep(home.home());
            }));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void sweep(Path left) {
        try (HomeLock home = HomeLock.hold(left)) {
            new Cluster(programs(), home.home().resolve("cluster")).stop();
            Folders.delete(home.home());
        } catch (StorageException inUse) {
            // by a test JVM that is still running
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
