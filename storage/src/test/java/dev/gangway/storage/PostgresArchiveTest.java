package dev.gangway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgresArchiveTest {
    @TempDir
    Path folder;

    @Test
    void tar_and_java_unpack_the_same_files() throws IOException {
        PostgresArchive archive = PostgresArchive.ofThisMachine();
        Path byTar = Files.createDirectory(folder.resolve("tar"));
        Path byJava = Files.createDirectory(folder.resolve("java"));
        assumeTrue(archive.unpackWithTar(byTar), "there is a tar that knows xz");
        archive.unpackInJava(byJava);
        assertThat(listing(byJava)).containsKey("bin/postgres").isEqualTo(listing(byTar));
    }

    @Test
    void an_unknown_machine_is_told_to_bring_a_database() {
        assertThatThrownBy(() -> new PostgresArchive("/postgres-none.txz").unpackTo(folder))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("(/postgres-none.txz): use --database-url");
    }

    /// Each file by its path: what it is, whether it can be executed, its size or where it points.
    private static Map<String, String> listing(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            Map<String, String> listing = new TreeMap<>();
            paths.forEach(path -> listing.put(root.relativize(path).toString(), describe(path)));
            return listing;
        }
    }

    private static String describe(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return "link to " + Files.readSymbolicLink(path);
            }
            return Files.isDirectory(path)
                    ? "folder"
                    : "%d bytes%s".formatted(Files.size(path), Files.isExecutable(path) ? ", executable" : "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
