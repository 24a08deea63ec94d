package dev.gangway.storage;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;

/// A file that holds a secret text, replaced as a whole or not at all.
record KeyFile(Path path) {
    /// Reading by the group is allowed: that is how a container platform hands a secret to a process that is not root.
    private static final Set<PosixFilePermission> TOO_OPEN =
            Set.of(GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

    String read() {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
            if (!Collections.disjoint(mode, TOO_OPEN)) {
                throw new StorageException("vault keys in %s: other users have access (mode %s); run chmod 600 %s"
                        .formatted(path, PosixFilePermissions.toString(mode), path));
            }
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            throw new StorageException(
                    "vault keys: there is no file %s; without it nothing sealed can be opened".formatted(path),
                    missing);
        } catch (IOException unreadable) {
            throw new StorageException("vault keys: cannot read %s: %s".formatted(path, unreadable), unreadable);
        }
    }

    void create(String text) {
        try {
            if (Files.exists(path)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            write(text);
        } catch (IOException refused) {
            throw new StorageException("vault keys: cannot create %s: %s".formatted(path, refused), refused);
        }
    }

    void replace(String text) {
        try {
            write(text);
        } catch (IOException refused) {
            throw new StorageException("vault keys: cannot replace %s: %s".formatted(path, refused), refused);
        }
    }

    private void write(String text) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Folders.writePrivate(unfinished, text);
        Folders.publish(unfinished, path);
    }
}
