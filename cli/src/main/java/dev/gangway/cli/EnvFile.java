package dev.gangway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads files of `NAME=value` lines, as a POSIX shell would source them: `export` in front, quotes around a value
/// and `#` comments are fine; nothing is expanded.
final class EnvFile {
    private static final Set<PosixFilePermission> FOR_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /// The file holds secrets and others may read or replace them.
    static final class Exposed extends IOException {}

    private EnvFile() {}

    /// The values by name; none when there is no such file.
    ///
    /// @throws Exposed when group or others may read or write it
    static Map<String, String> read(Path file) throws IOException {
        try {
            Map<String, String> values = new HashMap<>();
            if (isExposed(file)) {
                throw new Exposed();
            }
            for (String line : Files.readAllLines(file)) {
                String entry = line.strip().replaceFirst("^export\\s+", "");
                int equals = entry.indexOf('=');
                if (equals > 0 && !entry.startsWith("#")) {
                    values.put(entry.substring(0, equals), unquoted(entry.substring(equals + 1)));
                }
            }
            return values;
        } catch (NoSuchFileException absent) {
            return Map.of();
        }
    }

    private static boolean isExposed(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains);
        } catch (UnsupportedOperationException withoutModes) {
            return false;
        }
    }

    private static String unquoted(String value) {
        boolean single = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
        boolean twofold = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        if (single) {
            return value.substring(1, value.length() - 1);
        }
        if (twofold) {
            return value.substring(1, value.length() - 1).replaceAll("\\\\([\"\\\\$`])", "$1");
        }
        return value;
    }
}
