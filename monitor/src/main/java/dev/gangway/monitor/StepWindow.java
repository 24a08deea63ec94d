package dev.gangway.monitor;

import dev.gangway.journal.RunStep;
import java.util.List;
import java.util.OptionalInt;

/// The steps of a run that a page has room for: those that are asked for, or the latest. Pure.
///
/// @param from position of the first
/// @param total how many the run has
/// @param isChosen whether somebody asked for those from there on
record StepWindow(int from, int total, boolean isChosen, List<RunStep> steps) {
    /// Steps on one page.
    static final int MOST = 200;

    static int from(OptionalInt wanted, int total) {
        int latest = Math.max(0, total - MOST);
        return wanted.isPresent() ? Math.clamp(wanted.getAsInt(), 0, latest) : latest;
    }

    boolean hasEarlier() {
        return from > 0;
    }

    boolean hasLater() {
        return from + steps.size() < total;
    }

    int earlier() {
        return Math.max(0, from - MOST);
    }

    int later() {
        return Math.min(from + MOST, total);
    }

    /// Such as `201 to 400 of 1,234`; empty when all are there.
    String place() {
        return steps.size() >= total ? "" : "%,d to %,d of %,d".formatted(from + 1, from + steps.size(), total);
    }
}
