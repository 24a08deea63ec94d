package dev.gangway.studio;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.diagram.Diagrams;
import dev.gangway.web.Shell;
import dev.gangway.web.View;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;

/// Puts the records of pages into their templates.
final class Pages {
    private final Shell shell;
    private final TemplateEngine templates = Shell.engine("dev.gangway.studio");

    Pages(Shell shell) {
        this.shell = shell;
    }

    Answer list(Request request, WorkflowsPage page) {
        return show(request, "Workflows", "workflows.jte", page, List.of());
    }

    Answer editor(Request request, EditorPage page) {
        return show(request, page.title(), "editor.jte", page, List.of("send.js", "editor.js"));
    }

    private Answer show(Request request, String title, String template, Object page, List<String> modules) {
        View view = new View(
                title,
                Studio.PATH,
                View.Width.WIDE,
                List.of("form.css", "explorer.css", Diagrams.SHEET, "studio.css"),
                modules,
                "",
                false);
        return shell.page(request, 200, view, true, output -> templates.render(template, Map.of("page", page), output));
    }
}
