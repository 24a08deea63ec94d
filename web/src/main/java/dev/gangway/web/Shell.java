package dev.gangway.web;

import dev.gangway.base.Answer;
import dev.gangway.base.Request;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What all pages have in common: frame, navigation, assets, and the headers that keep others out of them.
/// Thread-safe.
public final class Shell {
    private static final String SHEET = "gangway.css";
    private static final String SCRIPT = "search.js";

    private final TemplateEngine templates = engine("dev.gangway.web");
    private final Assets assets;
    private final List<Entry> navigation;

    /// One link of the main navigation.
    ///
    /// @param forEveryone whether it is shown to browsers that are not signed in
    public record Entry(String path, String name, boolean forEveryone) {}

    public Shell(Assets assets, List<Entry> navigation) {
        this.assets = assets;
        this.navigation = List.copyOf(navigation);
    }

    /// The templates of a room, which the build made into classes of the room's own package.
    public static TemplateEngine engine(String room) {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, Shell.class.getClassLoader(), room);
    }

    /// A page as its browser gets it.
    ///
    /// @param signedIn whether this browser is
    public Answer page(Request request, int status, View view, boolean signedIn, Content main) {
        return Compressed.answer(request, page(status, view, signedIn, main));
    }

    /// The same, where there is no request to answer.
    Answer page(int status, View view, boolean signedIn, Content main) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render("layout.jte", Map.of("frame", frame(view, signedIn), "main", main), html);
        Answer answer = Answer.bytes(status, "text/html; charset=utf-8", html.toByteArray());
        for (Map.Entry<String, String> header :
                Protection.headers(view.reachesElsewhere()).entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }

    /// A template of this room.
    Content template(String name, Map<String, Object> values) {
        return output -> templates.render(name, values, output);
    }

    private Frame frame(View view, boolean signedIn) {
        List<String> modules = new ArrayList<>(signedIn ? List.of(SCRIPT) : List.of());
        modules.addAll(view.modules());
        return new Frame(
                view,
                signedIn,
                Stream.concat(Stream.of(SHEET), view.sheets().stream())
                        .map(assets::path)
                        .toList(),
                modules.stream().map(assets::path).toList(),
                navigation.stream()
                        .filter(entry -> signedIn || entry.forEveryone())
                        .map(entry -> new Frame.Link(
                                entry.path(), entry.name(), entry.path().equals(view.section()) ? "page" : null))
                        .toList());
    }
}
