package dev.gangway.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the JDK leaves out about folders: modes at creation, moves that survive a power cut, whole trees.
final class Folders {
    private Folders() {}

    /// Creates `folder` with `mode`, such as `rwx------`, and its missing parents with the usual one. An existing
    /// folder is left as it is.
    static void create(Path folder, String mode) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, mode(mode));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode)); // whatever the umask took
        } catch (FileAlreadyExistsException meanwhile) {
            if (!Files.isDirectory(folder)) {
                throw meanwhile;
            }
        }
    }

    /// Moves a finished file or folder to where it is looked for, in one step, and waits until the disk has the new
    /// name.
    static void publish(Path finished, Path place) throws IOException {
        Files.move(finished, place, ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(place.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /// Writes a new file that only its owner may read, and waits until the disk has it.
    static void writePrivate(Path file, String text) throws IOException {
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, how, mode("rw-------"))) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    /// Gives a whole tree to another user and to the group of the same number.
    static void give(Path tree, int uid) throws IOException {
        Files.walkFileTree(tree, new EachPath(path -> {
            Files.setAttribute(path, "unix:gid", uid, NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, NOFOLLOW_LINKS);
        }));
    }

    /// Copies a whole tree, modes and owners included, to where nothing is yet. Not forced to disk.
    static void copy(Path tree, Path place) throws IOException {
        each(tree, place, (from, to) -> Files.copy(from, to, COPY_ATTRIBUTES, NOFOLLOW_LINKS));
    }

    /// Like [#copy], for files that nobody ever changes: both places share them where the file system can do that.
    static void share(Path tree, Path place) throws IOException {
        try {
            each(tree, place, Files::createLink);
        } catch (IOException | UnsupportedOperationException another) { // file system, say
            delete(place);
            copy(tree, place);
        }
    }

    private static void each(Path tree, Path place, FileAction action) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, place.resolve(tree.relativize(from)), COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                action.accept(from, place.resolve(tree.relativize(from)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Deletes a whole tree; nothing when there is none.
    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, NOFOLLOW_LINKS)) {
            Files.walkFileTree(tree, new EachPath(Files::delete));
        }
    }

    @FunctionalInterface
    private interface FileAction {
        void accept(Path from, Path to) throws IOException;
    }

    @FunctionalInterface
    private interface PathAction {
        void accept(Path path) throws IOException;
    }

    /// Visits files before the folder that they are in.
    private static final class EachPath extends SimpleFileVisitor<Path> {
        private final PathAction action;

        EachPath(PathAction action) {
            this.action = action;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            action.accept(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            action.accept(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
