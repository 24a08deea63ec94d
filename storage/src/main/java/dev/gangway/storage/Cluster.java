package dev.gangway.storage;

import dev.gangway.base.Ids;
import dev.gangway.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;

/// The files of one PostgreSQL server and the commands upon them.
///
/// @param programs what to run
/// @param folder owned by the account that runs PostgreSQL, closed to everybody else; in it `data`, `password` (of
///     both roles) and `server.log`
record Cluster(PostgresPrograms programs, Path folder) {
    /// The role that owns the server; Gangway itself uses it for nothing but creating its own role.
    static final String SUPERUSER = "postgres";

    /// The role and the database of Gangway.
    static final String OWNER = "gangway";

    /// Makes the folder fit to start: creates what is missing, everything at the first start. Interrupted, it begins
    /// anew the next time.
    void prepare() {
        try {
            Folders.create(folder, "rwx------");
            if (!Files.exists(data())) {
                Path unfinished = folder.resolve("unfinished");
                Folders.delete(unfinished);
                Files.deleteIfExists(password());
                Folders.writePrivate(password(), Ids.hex(48));
                handOver();
                initialise(unfinished);
                Folders.publish(unfinished, data());
            }
            handOver();
            refuseOtherRelease();
            new PidFile(data()).forgetStranger();
        } catch (IOException failed) {
            throw new StorageException("cannot prepare %s: %s".formatted(folder, failed), failed);
        }
    }

    /// The password has 192 random bits: stretching it would only cost every connection time.
    private void initialise(Path unfinished) {
        programs.command(
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password(),
                        "--set=scram_iterations=1",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")
                .run();
        change(unfinished, """
                create role %1$s login password '%2$s';
                create database %1$s owner %1$s;
                """.formatted(OWNER, secret().reveal()));
    }

    /// Makes this folder, where nothing is yet, a copy of another whose server is stopped, with a password of its own.
    void copyFrom(Cluster other) {
        try {
            Folders.create(folder, "rwx------");
            Folders.copy(other.data(), data());
            Folders.writePrivate(password(), Ids.hex(48));
            handOver();
            change(data(), """
                    alter role %1$s password '%3$s';
                    alter role %2$s password '%3$s';
                    """.formatted(SUPERUSER, OWNER, secret().reveal()));
            programs.command("initdb", "--sync-only", "--pgdata=" + data()).run();
        } catch (IOException failed) {
            throw new StorageException("cannot copy %s to %s: %s".formatted(other.folder(), folder, failed), failed);
        }
    }

    /// In single-user mode, so that the folder is complete before anything can connect.
    private void change(Path data, String statements) {
        programs.command(
                        "postgres",
                        "--single",
                        "-D",
                        data.toString(),
                        "-c",
                        "exit_on_error=on",
                        "-c",
                        "log_min_error_statement=panic", // it would quote the password
                        SUPERUSER)
                .run(statements);
    }

    /// After a start as another user (root today, an ordinary one yesterday) the files have the wrong owner.
    private void handOver() throws IOException {
        int uid = programs.account().uid();
        if (!Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(uid)) {
            Folders.give(folder, uid);
        }
    }

    private void refuseOtherRelease() throws IOException {
        String ours = PostgresPrograms.VERSION.replaceFirst("\\..*", "");
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(ours)) {
            throw new StorageException("%s was made by PostgreSQL %s, and this Gangway brings PostgreSQL %s"
                    .formatted(data(), found, ours));
        }
    }

    /// Starts the server and waits until it answers, however long it needs to recover from a crash.
    ///
    /// @throws StorageException when it ends instead; the message quotes its log
    void start(int port) {
        ServerLog log = new ServerLog(folder.resolve("server.log"));
        try {
            log.rotate();
            long before = log.sizeBytes();
            try {
                start(port, log);
            } catch (StorageException ended) {
                throw new StorageException(
                        "the embedded PostgreSQL does not start; %s says:%n%s".formatted(log.path(), log.since(before)),
                        ended);
            }
        } catch (IOException unreadable) {
            throw new StorageException("cannot use %s: %s".formatted(log.path(), unreadable), unreadable);
        }
    }

    private void start(int port, ServerLog log) {
        programs.command(
                        "pg_ctl",
                        "start",
                        "--pgdata=" + data(),
                        "--wait",
                        "--timeout=" + Duration.ofDays(1).toSeconds(),
                        "--log=" + log.path(),
                        "--options=" + ServerSettings.options(port))
                .run();
    }

    /// Stops the server, if one runs: open transactions are rolled back, what is committed is on disk. One that
    /// takes longer than a minute is ended like by [#abort].
    void stop() {
        try {
            stop("fast");
        } catch (StorageException stuck) {
            abort();
        }
    }

    /// Ends the server, if one runs, without writing out what it has in memory; the next start recovers that from
    /// its log of committed changes.
    void abort() {
        stop("immediate");
    }

    boolean runs() {
        return new PidFile(data()).server().isPresent();
    }

    private void stop(String mode) {
        if (runs()) {
            programs.command("pg_ctl", "stop", "--pgdata=" + data(), "--mode=" + mode, "--wait", "--timeout=60")
                    .run();
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

    private Path password() {
        return folder.resolve("password");
    }
}
