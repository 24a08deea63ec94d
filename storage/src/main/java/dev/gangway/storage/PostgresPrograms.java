package dev.gangway.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /// Unpacks to `<parent>/<version>` unless that is there. Several processes may do so at once: each unpacks to
    /// a folder of its own, and the first to finish wins.
    ///
    /// @throws StorageException when there is no PostgreSQL for this machine on the class path, or no room for it
    static PostgresPrograms unpackedIn(Path parent) {
        Path folder = parent.resolve(VERSION);
        if (!Files.isDirectory(folder)) {
            try {
                unpack(parent, folder);
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

    private static void unpack(Path parent, Path folder) throws IOException {
        Folders.create(parent, "rwxr-xr-x");
        Path unfinished = Files.createTempDirectory(parent, VERSION + "-");
        try (InputStream archive = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, unfinished);
            }
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Folders.publish(unfinished, folder);
        } catch (IOException failed) {
            Folders.delete(unfinished);
            if (!Files.isDirectory(folder)) { // otherwise another process was first
                throw failed;
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
