package dev.gangway.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

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

    /// The command `bin/<program>`.
    Command command(String program, String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = folder.resolve("bin", program).toString();
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return new Command(account, line);
    }

    private static synchronized void unpackOnce(Path parent, Path folder) throws IOException {
        Folders.create(parent, "rwxr-xr-x");
        try (FileChannel lock = FileChannel.open(parent.resolve("unpack.lock"), CREATE, WRITE)) {
            lock.lock(); // until it is closed; others wait, and then find the folder
            if (!Files.isDirectory(folder)) {
                Path unfinished = parent.resolve(VERSION + ".unfinished");
                Folders.delete(unfinished);
                Folders.create(unfinished, "rwxr-xr-x");
                PostgresArchive.ofThisMachine().unpackTo(unfinished);
                Folders.publish(unfinished, folder);
            }
        }
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
