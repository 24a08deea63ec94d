package dev.gangway.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/// How a server answered: counts by status, and what was no answer. Thread-safe.
final class Tally {
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    void answered(int status) {
        answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    /// @param story what was sent, and what came back
    void failed(String story) {
        failures.add(story);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return "answers by status " + answers + ", failures " + failures.size();
    }
}
