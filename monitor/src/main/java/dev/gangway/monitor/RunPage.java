package dev.gangway.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.journal.Intervention;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunStep;
import dev.gangway.journal.RunTask;
import dev.gangway.journal.SavedDefinition;
import dev.gangway.web.Moments;
import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run, what it did so far, and where it is.
///
/// @param window the steps that are shown
/// @param tasks that it came to, in the order in which they began
/// @param others that it started, in their order
/// @param interventions what people did to it, in order
/// @param versions others of its workflow, newest first
/// @param picture of its definition, marked
record RunPage(
        Run run,
        StepWindow window,
        List<RunTask> tasks,
        List<Run> others,
        List<Intervention> interventions,
        List<SavedDefinition> versions,
        Content picture) {
    private static final int LONGEST = 20_000; // characters of one value on the page
    private static final int MOST_TASKS = 200;

    List<RunStep> steps() {
        return window.steps();
    }

    /// Those that the page has room for.
    List<RunTask> shownTasks() {
        return tasks.subList(0, Math.min(tasks.size(), MOST_TASKS));
    }

    boolean isOver() {
        return run.endedAt() != null;
    }

    boolean mayCancel() {
        return !isOver() && !run.cancelling();
    }

    boolean maySuspend() {
        return run.state().equals("active") && !run.cancelling();
    }

    boolean mayResume() {
        return run.state().equals("suspended") || run.state().equals("stuck");
    }

    /// Whether a step may be completed or skipped by hand.
    boolean mayDecide() {
        return mayRetry() || mayResume() || (!isOver() && run.waitsAt() != null);
    }

    /// The step that this would be; empty when it is not known.
    String decisive() {
        if (run.waitsAt() != null) {
            return run.waitsAt();
        }
        return steps().reversed().stream()
                .filter(RunStep::isFailed)
                .map(RunStep::path)
                .findFirst()
                .filter(_ -> mayRetry() && !window.hasLater())
                .orElse("");
    }

    boolean mayRestart() {
        return run.parent() == null;
    }

    boolean mayMove() {
        return run.parent() == null && !run.state().equals("completed") && !versions.isEmpty();
    }

    boolean mayRetry() {
        return run.parent() == null
                && (run.state().equals("failed") || run.state().equals("cancelled"));
    }

    /// How a style sheet shows a state.
    static String tone(String state) {
        return switch (state) {
            case "completed" -> "good";
            case "failed", "stuck" -> "bad";
            case "active" -> "sandbox";
            default -> "";
        };
    }

    /// What it waits for, in words; empty for nothing.
    String waiting() {
        String waits = run.waitsFor();
        if (waits == null || isOver()) {
            return "";
        }
        String at = run.waitsAt() == null ? "" : " at " + run.waitsAt();
        String due = run.dueAt() == null ? "" : " until " + Moments.second(run.dueAt());
        return switch (waits) {
            case "sleep" -> nextAttempt().map(NextAttempt::words).orElse("Waits" + at) + due;
            case "events" -> "Waits for an event" + at + due;
            case "children" -> "Waits for other runs" + at + due;
            case "allowance" -> "Waits for its turn on the connection" + at + due;
            default -> "Goes on" + due;
        };
    }

    /// Where the page keeps itself up to date: at the steps that were asked for, or at the latest.
    String live() {
        return Monitor.PATH + "/" + run.id() + "/live" + (window.isChosen() ? "?from=" + window.from() : "");
    }

    private Optional<NextAttempt> nextAttempt() {
        return NextAttempt.of(run, steps());
    }

    /// What a pause is for, with what comes before it; empty where nothing is tried again.
    String attempt() {
        return nextAttempt().map(next -> "attempt " + next.number() + " ").orElse("");
    }

    boolean isWaiting() {
        return run.waitsAt() != null && !isOver() && !window.hasLater();
    }

    /// How long it waits at most; empty for as long as it takes.
    String until() {
        return run.dueAt() == null ? "" : "until " + Moments.second(run.dueAt());
    }

    /// Who stepped in, as people know them.
    static String who(Intervention one) {
        return one.who().startsWith("session:") ? "somebody on this page" : one.who();
    }

    static String took(Instant from, @Nullable Instant to) {
        return to == null ? "" : Moments.length(Duration.between(from, to));
    }

    static String json(@Nullable JsonNode value) {
        String text = value == null ? "" : value.toPrettyString();
        return text.length() <= LONGEST
                ? text
                : "%s%n… and %,d characters more, in the export"
                        .formatted(text.substring(0, LONGEST), text.length() - LONGEST);
    }

    /// What a step was, in a word or two.
    static String did(RunStep step) {
        return switch (step.kind()) {
            case "HTTP", "OPENAPI" -> "call";
            case "EMIT" -> "emit";
            case "sleep" -> "wait";
            case "await" -> "listen";
            case "children" -> "other runs";
            case "now" -> "the clock read";
            case "random" -> "a number drawn";
            default -> step.kind();
        };
    }

    /// How long it took, after what else is said of it; empty while it goes on.
    static String after(RunStep step) {
        return step.endedAt() == null ? "" : " · " + took(step.begunAt(), step.endedAt());
    }

    static String mark(RunStep step) {
        return step.isFailed() ? "failed" : step.endedAt() == null ? "goes on" : "done";
    }

    static String tone(RunStep step) {
        return step.isFailed() ? "bad" : step.endedAt() == null ? "sandbox" : "good";
    }

    /// A text of the error, such as its title; empty for none.
    String error(String member) {
        JsonNode error = run.error();
        return error == null ? "" : error.path(member).asText("");
    }
}
