package dev.gangway.storage;

import dev.gangway.base.Ids;
import dev.gangway.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The files of one PostgreSQL server and the commands upon them.
///
/// @param programs what to run
/// @param folder owned by the account that runs PostgreSQL, closed to everybody else: `data`, `password`, `server.log`
record Cluster(PostgresPrograms programs, Path folder) {
    /// The role that owns the server; Gangway itself uses it for nothing but creating its own role.
    static final String SUPERUSER = "postgres";

    /// The role and the database of Gangway.
    static final String OWNER = "gangway";

    /// Creates what is missing; everything at the first start. Interrupted, it begins anew the next time.
    void create() {
        try {
            Folders.create(folder, "rwx------");
            if (!Files.exists(data())) {
                Path unfinished = folder.resolve("unfinished");
                Folders.delete(unfinished);
                createPassword();
                handOver();
                initialise(unfinished);
                Folders.publish(unfinished, data());
            }
            handOver();
        } catch (IOException failed) {
            throw new StorageException("cannot create the database in %s: %s".formatted(folder, failed), failed);
        }
        refuseOtherRelease();
    }

    private void createPassword() throws IOException {
        Files.deleteIfExists(password());
        Files.createFile(
                password(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password(), Ids.hex(48));
    }

    private void initialise(Path unfinished) {
        programs.run(
                "",
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        programs.run(
                """
                create role %1$s login password '%2$s';
                create database %1$s owner %1$s;
                """.formatted(OWNER, secret().reveal()),
                "postgres",
                "--single",
                "-D",
                unfinished.toString(),
                "-c",
                "log_min_messages=warning",
                SUPERUSER);
    }

    /// After a start as another user (root today, an ordinary one yesterday) the files have the wrong owner.
    private void handOver() throws IOException {
        int uid = programs.account().uid();
        if (!Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(uid)) {
            Folders.give(folder, uid);
        }
    }

    private void refuseOtherRelease() {
        String major = PostgresPrograms.VERSION.replaceFirst("\\..*", "");
        try {
            String found = Files.readString(data().resolve("PG_VERSION")).strip();
            if (!found.equals(major)) {
                throw new StorageException("%s was made by PostgreSQL %s, and this Gangway brings PostgreSQL %s"
                        .formatted(data(), found, major));
            }
        } catch (IOException unreadable) {
            throw new StorageException(
                    "%s is not a PostgreSQL data folder: %s".formatted(data(), unreadable), unreadable);
        }
    }

    /// Starts the server and waits until it answers, however long it needs to recover from a crash.
    ///
    /// @throws StorageException when it ends instead; the message tells the last lines of its log
    void start(int port) {
        programs.run(
                "",
                "pg_ctl",
                "start",
                "--pgdata=" + data(),
                "--wait",
                "--timeout=86400",
                "--log=" + log(),
                "--options=" + ServerSettings.options(port));
    }

    /// Stops the server, if one runs: open transactions are rolled back, what is committed is on disk.
    void stop() {
        if (new PidFile(data()).server().isPresent()) {
            programs.run("", "pg_ctl", "stop", "--pgdata=" + data(), "--wait", "--timeout=60", "--mode=fast");
        }
    }

    Secret secret() {
        try {
            return new Secret(Files.readString(password()));
        } catch (IOException unreadable) {
            throw new StorageException(
                    "cannot read the password of the embedded PostgreSQL: " + unreadable, unreadable);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    private Path password() {
        return folder.resolve("password");
    }
}
