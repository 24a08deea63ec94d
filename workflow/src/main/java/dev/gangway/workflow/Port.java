package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the interpreter asks of a durable engine. One run is one logical thread: each call takes the next position of
/// the run's journal, which records path, kind, a hash of the arguments, and what came of it. A replay gets what was
/// recorded; one that asks for something else than last time ends as stuck, with the difference.
///
/// A call that must wait throws a [Suspension]; the interpreter lets it pass, and is run again from the start when
/// the wait is over. Every value is handed out only once it is certain to be there in a replay too. A cancelled run
/// gets [ErrorKind#CANCELLED] from its next call, then has [WorkflowError#GRACE] in which calls work again.
public interface Port {
    /// Does something outside, at least once; recorded exactly once.
    Outcome step(String path, StepKind kind, JsonNode arguments, StepPolicy policy);

    /// Waits, never too short. Done with null.
    Outcome sleepUntil(String path, Instant instant);

    /// Waits for events and consumes them. Done with the list of them; [ErrorKind#TIMEOUT] at the deadline.
    Outcome await(String path, Subscription subscription, @Nullable Instant deadline);

    /// Starts runs and waits for them. Done with a list, in the order of `specs`, of `{done: …}` or `{failed: …}`;
    /// a child that was cancelled because of another is `{}`.
    Outcome children(String path, List<ChildSpec> specs, Join join, @Nullable Instant deadline);

    /// The present instant, the same in every replay.
    Instant now(String path);

    /// A number from 0 to just below 1, the same in every replay.
    double random(String path);

    /// What names a step towards the outside: the same in every attempt, replay and take-over.
    String key(String path);

    /// What the run is, for `$workflow`.
    RunInfo run();

    /// Tells that a task begins, once more in each replay. Nothing is recorded.
    ///
    /// @param input what the task before passed on
    default void entered(String path, JsonNode input) {}

    /// Tells what a task's data have become, as far as it shapes them. Nothing is recorded.
    default void shaped(String path, Stage stage, JsonNode value) {}

    /// Tells that a task has ended well.
    ///
    /// @param output what it passes on
    default void left(String path, JsonNode output) {}
}
