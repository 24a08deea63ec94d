package dev.gangway.monitor;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.diagram.Diagrams;
import dev.gangway.web.Shell;
import dev.gangway.web.View;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;

/// Puts the records of pages into their templates.
final class Pages {
    private final Shell shell;
    private final TemplateEngine templates = Shell.engine("dev.gangway.monitor");

    Pages(Shell shell) {
        this.shell = shell;
    }

    Answer list(Request request, RunsPage page) {
        return show(request, "Runs", content("runs.jte", page));
    }

    Answer run(Request request, RunPage page) {
        return show(request, page.run().workflow() + " · run", content("run.jte", page));
    }

    /// What changes while a run is watched, alone.
    Answer live(RunPage page) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        content("live.jte", page).writeTo(html);
        return Answer.bytes(200, "text/html; charset=utf-8", html.toByteArray());
    }

    private Answer show(Request request, String title, Content main) {
        View view = new View(
                title,
                Monitor.PATH,
                View.Width.WIDE,
                List.of(Diagrams.SHEET, "explorer.css", "desk.css", "monitor.css"),
                List.of("send.js", "live.js"),
                "",
                false);
        return shell.page(request, 200, view, true, main);
    }

    private Content content(String template, Object page) {
        return output -> templates.render(template, Map.of("page", page), output);
    }
}
