package dev.gangway.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/// The files that the product is made of: sources and documents, without what a build makes. Paths are relative
/// to [#ROOT].
final class Sources {
    /// The folder that holds everything; tests run in that of their own module.
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> KINDS = Set.of("java", "sql", "yaml", "md", "xml", "properties");
    private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

    private Sources() {}

    static Stream<Path> all() {
        return below(ROOT).map(ROOT::relativize).filter(Sources::isKept).sorted();
    }

    static Stream<Path> documents() {
        return all().filter(file -> file.toString().endsWith(".md"));
    }

    static String text(String path) {
        return text(Path.of(path));
    }

    static String text(Path path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream().flatMap(Sources::orBelow);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> orBelow(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        return SKIPPED.contains(path.getFileName().toString()) ? Stream.empty() : below(path);
    }

    private static boolean isKept(Path path) {
        String name = path.getFileName().toString();
        return KINDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
