package dev.gangway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a JVM keeps: its heap after a collection, and its resident memory.
record LiveHeap(long heapBytes, long residentBytes) {
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured|def new|tenured).*?used (\\d+)K");

    /// @param pid of a JVM with the serial collector
    static LiveHeap of(long pid) throws IOException {
        jcmd(pid, "GC.run");
        long kibibytes = USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .map(MatchResult::group)
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K", "$1")))
                .sum();
        return new LiveHeap(kibibytes << 10, new ProcessFolder(pid).residentBytes());
    }

    private static String jcmd(long pid, String command) throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(program, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "live heap %.1f MB, resident %.0f MB".formatted(heapBytes / 1e6, residentBytes / 1e6);
    }
}
