package dev.gangway.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `postmaster.pid`, by which PostgreSQL keeps two servers off one folder: line 1 is the server's process id.
/// It stays behind when the server dies hard.
record PidFile(Path data) {
    /// A process id that no process has: above every system's limit.
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    /// The live server of this folder.
    Optional<ProcessHandle> server() {
        return processNamed().filter(this::servesThisFolder);
    }

    /// Corrects a file whose process id belongs to something else by now, as it happens when a container or a
    /// machine restarts and counts from 1 again. PostgreSQL would take that process for its twin and refuse to
    /// start. Only the process id is replaced: the rest lets PostgreSQL find orphaned backends by their memory.
    void forgetStranger() {
        if (processNamed().isPresent() && server().isEmpty()) {
            List<String> lines = new ArrayList<>(lines());
            lines.set(0, NOBODY);
            try {
                Files.write(path(), lines);
            } catch (IOException refused) {
                throw new StorageException("cannot correct %s: %s".formatted(path(), refused), refused);
            }
        }
    }

    private Optional<ProcessHandle> processNamed() {
        return lines().stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[1-9][0-9]{0,9}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive);
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .isPresent();
    }

    private List<String> lines() {
        try {
            return Files.exists(path()) ? Files.readAllLines(path()) : List.of();
        } catch (IOException unreadable) {
            throw new StorageException("cannot read %s: %s".formatted(path(), unreadable), unreadable);
        }
    }

    private Path path() {
        return data.resolve("postmaster.pid");
    }
}
