package dev.gangway.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The data folder (`$GANGWAY_HOME`), held by this process alone: a lock on its `gangway.lock`, which the kernel
/// drops when the process ends, however it ends. The file also holds the process id, for the message to others.
public final class HomeLock implements AutoCloseable {
    /// What this process holds. POSIX drops a process's lock when it closes any descriptor of the file, so a
    /// second attempt must fail before it opens one.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /// Creates the folder when it is missing, closed to other users, and holds it until [#close()].
    ///
    /// @throws StorageException when this or another process holds it already, or it is not writable
    public static HomeLock hold(Path folder) {
        try {
            // PostgreSQL, run by another user when we are root, must pass through; nobody else may list it.
            Folders.create(folder, Account.isRoot() ? "rwx--x--x" : "rwx------");
            Path home = folder.toRealPath();
            if (!HELD.add(home)) {
                throw inUse(home, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return new HomeLock(home, lock(home, home.resolve("gangway.lock")));
            } catch (IOException | RuntimeException refused) {
                HELD.remove(home);
                throw refused;
            }
        } catch (IOException unusable) {
            throw new StorageException("cannot use %s as data folder: %s".formatted(folder, unusable), unusable);
        }
    }

    private static FileChannel lock(Path home, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(home, Files.readString(file).strip());
        }
        channel.truncate(0).write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static StorageException inUse(Path home, String process) {
        return new StorageException("%s is in use by another Gangway (process %s): stop that one, or use another folder"
                .formatted(home, process));
    }

    /// The folder, absolute and without links.
    public Path home() {
        return home;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the kernel drops the lock with the process at the latest
        }
        HELD.remove(home);
    }
}
