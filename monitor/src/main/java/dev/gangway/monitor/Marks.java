package dev.gangway.monitor;

import dev.gangway.diagram.Diagrams;
import dev.gangway.diagram.Mark;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunTask;
import dev.gangway.journal.StepState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How far a run is in each task, from its journal and the tasks that it came to. A task that is performed again counts
/// as it is now; one that has others inside is as far as the furthest of them.
final class Marks {
    private Marks() {}

    static Map<String, Mark> of(Run run, List<StepState> steps, List<RunTask> tasks) {
        Map<String, Mark> marks = new HashMap<>();
        tasks.stream()
                .filter(task -> task.output() != null)
                .forEach(task -> marks.put(Diagrams.place(task.path()), Mark.DONE));
        steps.forEach(step -> marks.put(Diagrams.place(step.path()), mark(step)));
        if (run.waitsAt() != null) {
            marks.put(Diagrams.place(run.waitsAt()), Mark.WAITING);
        }
        Map.copyOf(marks).forEach((path, mark) -> {
            for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                marks.merge(path.substring(0, end), mark == Mark.FAILED ? Mark.DONE : mark, Marks::further);
            }
        });
        if (run.error() != null && run.error().path("instance").isTextual()) {
            String path = Diagrams.place(run.error().path("instance").asText());
            for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
                marks.put(path.substring(0, end), Mark.FAILED);
            }
        }
        marks.remove("");
        return marks;
    }

    private static Mark mark(StepState step) {
        if (step.isFailed()) {
            return Mark.FAILED;
        } else if (step.isEnded()) {
            return Mark.DONE;
        }
        return switch (step.kind()) {
            case "sleep", "await", "children" -> Mark.WAITING;
            default -> Mark.RUNNING;
        };
    }

    private static Mark further(Mark one, Mark other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
