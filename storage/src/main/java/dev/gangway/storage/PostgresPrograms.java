package dev.gangway.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// `initdb`, `pg_ctl` and `postgres`, unpacked once per release from the archive on the class path.
///
/// @param folder holds `bin`, `lib` and `share`
/// @param account whom they run as
record PostgresPrograms(Path folder, Account account) {
    /// The release, such as `18.6.0`.
    static final String VERSION = version();

    /// Unpacks to `<parent>/<version>` unless that is there. Safe when several processes do so at once.
    ///
    /// @throws StorageException when the class path holds no PostgreSQL for this machine, or it does not run here
    static PostgresPrograms unpackedIn(Path parent) {
        Path folder = parent.resolve(VERSION);
        if (!Files.isDirectory(folder)) {
            try {
                unpackOnce(parent, folder);
            } catch (IOException failed) {
                throw new StorageException("cannot unpack PostgreSQL to %s: %s".formatted(folder, failed), failed);
            }
        }
        return new PostgresPrograms(folder, Account.ableToRun(folder.resolve("bin/postgres")));
    }

    /// Runs `bin/<program>`; see [Command#run].
    void run(String input, String program, String... arguments) {
        new Command(account, folder.resolve("bin", program), arguments).run(input);
    }

    private static synchronized void unpackOnce(Path parent, Path folder) throws IOException {
        Folders.create(parent, "rwxr-xr-x");
        try (FileChannel lock = FileChannel.open(parent.resolve("unpack.lock"), CREATE, WRITE)) {
            lock.lock(); // until it is closed; others wait, and then find the folder
            if (!Files.isDirectory(folder)) {
                Path unfinished = parent.resolve(VERSION + ".unfinished");
                Folders.delete(unfinished);
                Folders.create(unfinished, "rwxr-xr-x");
                unpack(unfinished);
                Folders.publish(unfinished, folder);
            }
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder) throws IOException {
        Path target = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor =
                System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-%s-%s.txz".formatted(system, processor);
        InputStream archive = PostgresPrograms.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StorageException("this build holds no PostgreSQL for %s %s (%s): use --database-url"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), name));
        }
        return new BufferedInputStream(archive, 1 << 16);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream resource = PostgresPrograms.class.getResourceAsStream("postgresql.properties")) {
            properties.load(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }
}
