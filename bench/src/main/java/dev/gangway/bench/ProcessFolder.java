package dev.gangway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A process as `/proc` shows it; Linux only.
record ProcessFolder(long pid) {
    private static final long TICK_MILLIS = 10; // USER_HZ is 100 on every Linux
    private static final int USER_TIME = 11; // fields of `stat`, counted from 0 behind the process's name
    private static final int CHILDRENS_SYSTEM_TIME = 14;

    /// Processor time of the process, of its children that have ended and of those that live.
    Duration processorTime() {
        Duration children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> new ProcessFolder(child.pid()).processorTime())
                .reduce(Duration.ZERO, Duration::plus);
        return own().plus(children);
    }

    private Duration own() {
        String stat = read("stat");
        if (stat.isEmpty()) {
            return Duration.ZERO;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int at = USER_TIME; at <= CHILDRENS_SYSTEM_TIME; at++) {
            ticks += Long.parseLong(fields[at]);
        }
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /// Resident memory, in bytes: its own, its shared libraries' and the files' that it has mapped.
    long residentBytes() {
        return read("status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    /// Empty when the process has ended.
    private String read(String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), name), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }
}
