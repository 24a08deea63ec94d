package dev.gangway.monitor;

import dev.gangway.journal.Run;
import dev.gangway.journal.RunStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A call that failed, and that its run waits to make again. Pure.
///
/// @param path of the call in the run
/// @param number of the attempt to come; from 2 on
record NextAttempt(String path, int number) {
    private static final Set<String> NO_ATTEMPTS = Set.of("now", "random", "sleep"); // what a retry records in between

    /// The run sleeps in the task of a call that failed last, or in one around it.
    ///
    /// @param steps the latest ones
    static Optional<NextAttempt> of(Run run, List<RunStep> steps) {
        String waits = run.waitsAt();
        if (waits == null || !"sleep".equals(run.waitsFor())) {
            return Optional.empty();
        }
        return steps.reversed().stream()
                .filter(step -> !NO_ATTEMPTS.contains(step.kind()))
                .findFirst()
                .filter(step -> step.failed() != null && isWithin(step.path(), waits))
                .map(last -> new NextAttempt(last.path(), failures(last.path(), steps) + 1));
    }

    private static boolean isWithin(String path, String around) {
        return path.equals(around) || path.startsWith(around + "/");
    }

    private static int failures(String path, List<RunStep> steps) {
        return (int) steps.stream()
                .filter(step -> step.failed() != null && step.path().equals(path))
                .count();
    }

    String words() {
        return "Waits for attempt " + number + " of " + path;
    }
}
