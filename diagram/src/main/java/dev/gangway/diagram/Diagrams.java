package dev.gangway.diagram;

import dev.gangway.web.Assets;
import dev.gangway.web.Shell;
import dev.gangway.workflow.DefinitionReader;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/// Draws definitions, as HTML that is read in any width and by any reader of screens. Thread-safe.
public final class Diagrams {
    /// The style sheet that pages with a diagram name.
    public static final String SHEET = "diagram.css";

    private final TemplateEngine templates = Shell.engine("dev.gangway.diagram");

    public static void addTo(Assets assets) {
        assets.add(Diagrams.class, List.of(SHEET));
    }

    /// Draws a definition that was found good.
    ///
    /// @param text YAML or JSON
    /// @param marks how far a run is, by the path of a task without turns and visits, such as `/each/create`
    public Content of(String text, Map<String, Mark> marks) {
        List<Box> boxes = boxes(text, marks);
        return output -> templates.render("diagram.jte", Map.of("boxes", boxes), output);
    }

    /// The same as text.
    public String html(String text, Map<String, Mark> marks) {
        StringOutput html = new StringOutput();
        of(text, marks).writeTo(html);
        return html.toString();
    }

    static List<Box> boxes(String text, Map<String, Mark> marks) {
        return new Drawing(Map.copyOf(marks))
                .boxes(DefinitionReader.accepted(text).tree().path("do"), "");
    }

    /// The path of a task in a diagram from its path in a run: `/each[3]/create#2` is drawn as `/each/create`.
    public static String place(String path) {
        return path.replaceAll("\\[\\d+]|#\\d+", "");
    }
}
