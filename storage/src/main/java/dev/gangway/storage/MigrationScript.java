package dev.gangway.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// One migration, as Flyway's history knows it.
///
/// @param name such as `V001__note.sql`
/// @param checksum CRC-32 of the lines without their ends: Flyway's
record MigrationScript(String name, int checksum) {
    /// Where a module's scripts are on the class path.
    static String folder(String module) {
        return "db/" + module;
    }

    /// All scripts of a module.
    static Set<MigrationScript> onClassPath(String module) {
        Set<MigrationScript> scripts = new HashSet<>();
        try {
            for (URL place : Collections.list(loader().getResources(folder(module)))) {
                for (String name : names(place, folder(module) + "/")) {
                    scripts.add(new MigrationScript(name, checksum(folder(module) + "/" + name)));
                }
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new StorageException(
                    "cannot list the migrations of %s: %s".formatted(module, unreadable), unreadable);
        }
        return scripts;
    }

    private static List<String> names(URL place, String folder) throws IOException, URISyntaxException {
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return scripts(jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.startsWith(folder))
                    .map(entry -> entry.substring(folder.length())));
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return scripts(files.map(file -> file.getFileName().toString()));
        }
    }

    private static List<String> scripts(Stream<String> names) {
        return names.filter(name -> name.endsWith(".sql")).toList();
    }

    private static int checksum(String resource) throws IOException {
        CRC32 checksum = new CRC32();
        try (BufferedReader script = new BufferedReader(
                new InputStreamReader(loader().getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            script.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return (int) checksum.getValue();
    }

    private static ClassLoader loader() {
        return MigrationScript.class.getClassLoader();
    }
}
