package dev.gangway.temporal;

import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Claimed;
import dev.gangway.journal.Hosting;
import dev.gangway.journal.Hosting.Begun;
import dev.gangway.journal.Waiting;
import dev.gangway.workflow.Ending;
import dev.gangway.workflow.Interpreter;
import dev.gangway.workflow.Texts;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes one run from where it left off as far as it goes. What it reads straight from the database never changes: a
/// version of a definition, and the journal as it was when the execution began.
final class RunCourse implements RunExecution {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(90);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final Duration LONGEST_ENTRY = Duration.ofSeconds(30);
    private static final RetryOptions AGAIN = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(200))
            .setMaximumInterval(Duration.ofSeconds(10))
            .build();

    private final Hosting hosting;
    private final Pausing pausing;
    private final Calls calls = Workflow.newActivityStub(
            Calls.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(LONGEST_CALL)
                    .setHeartbeatTimeout(SIGN_OF_LIFE)
                    .setRetryOptions(AGAIN)
                    .build());
    private final Books books = Workflow.newLocalActivityStub(
            Books.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(LONGEST_ENTRY)
                    .setRetryOptions(AGAIN)
                    .setDoNotIncludeArgumentsIntoMarker(true)
                    .build());
    private Ledger ledger = new Ledger(List.of());
    private @Nullable HostedRun port;
    private long newest;

    RunCourse(Hosting hosting, int longest) {
        this.hosting = hosting;
        this.pausing = new Pausing(longest);
    }

    @Override
    public void run(String world, String id, long epoch) {
        Begun begun = books.begin(new WorldId(world), id, epoch);
        if (begun != null) {
            go(begun);
        }
        if (newest > epoch) { // it began anew while this execution was about to end
            Workflow.continueAsNew(world, id, newest);
        }
    }

    private void go(Begun begun) {
        Claimed run = begun.run();
        ledger = new Ledger(hosting.recorded(begun));
        Standing standing = new Standing(run, books);
        try {
            HostedRun here = new HostedRun(run, ledger, standing, books, calls, pausing);
            port = here;
            pausing.heard();
            standing.look(begun.recorded());
            Ending ending = Interpreter.run(hosting.definition(run), run.entry(), here);
            books.end(run, Texts.json(ending), ledger.unkept());
        } catch (Left left) {
            leave(run, left);
        }
    }

    private void leave(Claimed run, Left left) {
        switch (left) {
            case Left.Gone _ -> {}
            case Left.Stopped _ -> books.leave(run, ledger.unkept());
            case Left.Stuck stuck -> books.stuck(run, String.valueOf(stuck.getMessage()), ledger.unkept());
            case Left.Grown _ -> {
                books.keep(run, ledger.unkept());
                Workflow.continueAsNew(run.world().value(), run.id(), Math.max(newest, run.epoch()));
            }
        }
    }

    @Override
    public void look(long epoch) {
        newest = Math.max(newest, epoch);
        pausing.knock();
    }

    @Override
    public String recorded(int from, int limit) {
        return Json.text(ledger.from(from, limit));
    }

    @Override
    public String waiting() {
        return Json.text(port == null ? Waiting.NOTHING : port.waiting());
    }
}
