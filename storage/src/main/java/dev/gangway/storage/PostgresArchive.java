package dev.gangway.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The archive with PostgreSQL's programs for this system and processor, on the class path.
///
/// @param resource such as `/postgres-linux-x86_64.txz`
record PostgresArchive(String resource) {
    static PostgresArchive ofThisMachine() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new PostgresArchive(
                "/postgres-%s-%s.txz".formatted(system, processor.equals("aarch64") ? "arm_64" : "x86_64"));
    }

    /// Unpacks into an empty folder, with the system's `tar` where it can: that takes a third of the time.
    void unpackTo(Path folder) throws IOException {
        if (!unpackWithTar(folder)) {
            Folders.delete(folder);
            Folders.create(folder, "rwxr-xr-x");
            unpackInJava(folder);
        }
    }

    /// @return false when there is no `tar`, or none that knows xz
    boolean unpackWithTar(Path folder) throws IOException {
        try (InputStream archive = open()) {
            new Command("tar", "-x", "-J", "-f", "-", "--no-same-owner", "-C", folder.toString()).run(archive);
            return true;
        } catch (StorageException notPossible) {
            return false;
        }
    }

    void unpackInJava(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(open()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(folder));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
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

    private InputStream open() {
        InputStream archive = PostgresArchive.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new StorageException("this build holds no PostgreSQL for %s %s (%s): use --database-url"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), resource));
        }
        return new BufferedInputStream(archive, 1 << 16);
    }
}
