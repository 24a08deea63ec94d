package dev.gangway.monitor;

import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Run;
import dev.gangway.journal.RunFilter;
import dev.gangway.journal.RunStep;
import dev.gangway.journal.Workflows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// All that is known of a run, as one JSON object that is written as it is read.
record RunFile(Workflows workflows, Run run) implements Answer.Body.Writer {
    private static final int AT_A_TIME = 100;

    @Override
    public void write(OutputStream out) throws IOException {
        text(out, "{\"run\": ");
        out.write(Json.bytes(run));
        text(out, ",\n\"steps\": [");
        steps(out);
        text(out, "],\n\"tasks\": [");
        all(out, workflows.tasks(WorldId.MAIN, run.id(), Integer.MAX_VALUE), "");
        text(out, "],\n\"started\": [");
        started(out);
        text(out, "],\n\"interventions\": [");
        all(out, workflows.interventions().list(WorldId.MAIN, run.id()), "");
        text(out, "]}\n");
    }

    private void steps(OutputStream out) throws IOException {
        String before = "";
        int from = 0;
        List<RunStep> some = workflows.steps(WorldId.MAIN, run.id(), from, AT_A_TIME);
        while (!some.isEmpty()) {
            before = all(out, some, before);
            from += some.size();
            some = workflows.steps(WorldId.MAIN, run.id(), from, AT_A_TIME);
        }
    }

    /// Newest first.
    private void started(OutputStream out) throws IOException {
        String before = "";
        RunFilter byIt = RunFilter.startedBy(run.id());
        List<Run> some = workflows.runs(WorldId.MAIN, byIt, Long.MAX_VALUE, AT_A_TIME);
        while (!some.isEmpty()) {
            before = all(out, some, before);
            some = workflows.runs(WorldId.MAIN, byIt, some.getLast().number(), AT_A_TIME);
        }
    }

    /// Writes them, and says what stands before the next one.
    private static String all(OutputStream out, List<?> values, String before) throws IOException {
        String between = before;
        for (Object value : values) {
            text(out, between);
            out.write(Json.bytes(value));
            between = ",\n";
        }
        return between;
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
