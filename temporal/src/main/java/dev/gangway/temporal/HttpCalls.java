package dev.gangway.temporal;

import dev.gangway.base.Json;
import dev.gangway.journal.Hosting;
import dev.gangway.journal.Performed;
import dev.gangway.journal.StepCaller;
import dev.gangway.workflow.ErrorKind;
import dev.gangway.workflow.Outcome;
import dev.gangway.workflow.Texts;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/// Makes calls, and says all the while that this process lives.
final class HttpCalls implements Calls {
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final int LARGEST = 3 << 19; // bytes: what Temporal takes, with room for the rest of the message

    private final Hosting hosting;

    HttpCalls(Hosting hosting) {
        this.hosting = hosting;
    }

    @Override
    public String call(String text) {
        StepCaller.Step step = Json.read(Json.parse(text), StepCaller.Step.class);
        ActivityExecutionContext context = Activity.getExecutionContext();
        boolean again = context.getInfo().getAttempt() > 1;
        return switch (during(context, () -> hosting.perform(step, again))) {
            case Performed.Done(Outcome outcome) -> bounded(outcome);
            case Performed.Held(Duration pause) -> Json.text(Json.object().put("held", pause.toString()));
        };
    }

    private static Performed during(ActivityExecutionContext context, Supplier<Performed> call) {
        Thread beating = Thread.ofVirtual().name("temporal-heartbeat").start(() -> {
            try {
                while (true) {
                    Thread.sleep(BEAT);
                    context.heartbeat(null);
                }
            } catch (InterruptedException | ActivityCompletionException over) {
                // nobody has to hear of it any more
            }
        });
        try {
            return call.get();
        } finally {
            beating.interrupt();
        }
    }

    private static String bounded(Outcome outcome) {
        String text = Texts.bounded(outcome);
        return text.getBytes(StandardCharsets.UTF_8).length <= LARGEST
                ? text
                : Texts.of(Outcome.failed(ErrorKind.LIMIT, "What comes of a step has at most 1.5 MiB."));
    }
}
