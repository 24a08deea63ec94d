package dev.gangway.desk;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.web.Shell;
import dev.gangway.web.View;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;

/// Puts the records of pages into their templates.
final class Pages {
    private final Shell shell;
    private final TemplateEngine templates = Shell.engine("dev.gangway.desk");

    Pages(Shell shell) {
        this.shell = shell;
    }

    /// @param section the path of the page's link in the second line of navigation
    /// @param page the template's one parameter
    Answer show(Request request, String title, String section, String template, Object page) {
        View view = new View(
                title, Desk.PATH, View.Width.WIDE, List.of("desk.css"), List.of("send.js", "imports.js"), "", false);
        Map<String, Object> values = Map.of("page", page, "tabs", Tab.all(section));
        return shell.page(request, 200, view, true, output -> templates.render(template, values, output));
    }
}
