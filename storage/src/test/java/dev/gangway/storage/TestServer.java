package dev.gangway.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The embedded PostgreSQL of this test JVM, in a folder of its own. It ends with the JVM; what a killed JVM left
/// behind is swept by the next.
final class TestServer {
    private static final long ROOM_NEEDED_BYTES = 2L << 30;
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String OURS = "gangway-tests-" + System.getProperty("user.name");

    private TestServer() {}

    static EmbeddedPostgres running() {
        return Running.SERVER;
    }

    /// The programs, unpacked once for all test JVMs of this user.
    static PostgresPrograms programs() {
        return PostgresPrograms.unpackedIn(folder(DISK).resolve("programs"));
    }

    /// Started when first asked for.
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();
    }

    private static EmbeddedPostgres start() {
        try {
            Path homes = folder(hasRoom(MEMORY) ? MEMORY : DISK).resolve("homes");
            Folders.create(homes, "rwxr-xr-x");
            for (Path left : list(homes)) {
                sweep(left);
            }
            HomeLock home = HomeLock.hold(
                    homes.resolve(String.valueOf(ProcessHandle.current().pid())));
            EmbeddedPostgres server =
                    EmbeddedPostgres.start(programs(), home.home().resolve("cluster"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                home.close();
                sweep(home.home());
            }));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Memory serves the data best: it need not outlive the JVM, and thousands of files come and go.
    private static boolean hasRoom(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() > ROOM_NEEDED_BYTES;
    }

    /// Our folder in a place that all users share; one that somebody else made there is not trusted.
    private static Path folder(Path place) {
        Path folder = place.resolve(OURS);
        try {
            Folders.create(folder, Account.isRoot() ? "rwx--x--x" : "rwx------");
            if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
                throw new IllegalStateException(folder + " belongs to somebody else");
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void sweep(Path left) {
        try (HomeLock home = HomeLock.hold(left)) {
            // An orderly stop writes out each of the many databases: half a minute of work, deleted a moment later.
            new Cluster(programs(), home.home().resolve("cluster")).abort();
            Folders.delete(home.home());
        } catch (StorageException | NoSuchFileException | DirectoryNotEmptyException inUse) {
            // by a test JVM that is still running, or is sweeping it too
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
