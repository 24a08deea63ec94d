package dev.gangway.explorer;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import dev.gangway.web.Shell;
import dev.gangway.web.View;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;

/// Puts the records of pages into their templates.
final class Pages {
    private static final List<String> SHEETS = List.of("explorer.css");

    private final Shell shell;
    private final TemplateEngine templates = Shell.engine("dev.gangway.explorer");

    Pages(Shell shell) {
        this.shell = shell;
    }

    Answer home(Request request, HomePage page) {
        View view = new View(
                "Explorer",
                Explorer.PATH,
                View.Width.WIDE,
                SHEETS,
                List.of(),
                page.found().query(),
                false);
        return shell.page(request, 200, view, true, content("home.jte", page));
    }

    /// The results alone, for the search field.
    Answer results(HomePage page) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        content("results.jte", page).writeTo(html);
        return Answer.bytes(200, "text/html; charset=utf-8", html.toByteArray());
    }

    Answer provider(Request request, ProviderPage page) {
        View view = new View(
                page.provider().title(), Explorer.PATH, View.Width.WIDE, SHEETS, List.of("filter.js"), "", false);
        return shell.page(request, 200, view, true, content("provider.jte", page));
    }

    Answer operation(Request request, OperationPage page) {
        String title = page.operation().summary() + " · " + page.provider().title();
        View view = new View(
                title,
                Explorer.PATH,
                View.Width.WIDE,
                List.of("form.css", "explorer.css"),
                List.of("filter.js", "try.js"),
                "",
                true);
        return shell.page(request, 200, view, true, content("operation.jte", page));
    }

    private Content content(String template, Object page) {
        return output -> templates.render(template, Map.of("page", page), output);
    }
}
