package dev.gangway.web;

import dev.gangway.base.Answer;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Style sheets and scripts. The path of each names its content, so browsers keep it for a year and still see every
/// change. They are read, linked and compressed once, at start. Thread-safe.
public final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, Asset> byFile = new LinkedHashMap<>();

    /// Those of this room: the design system, Lit, and what every page may use.
    public Assets() {
        Vendor.modules().forEach(this::add);
        add(
                Assets.class,
                List.of(
                        "gangway.css",
                        "form.css",
                        "search.js",
                        "json.js",
                        "tree.js",
                        "rows.js",
                        "png.js",
                        "scalar.js",
                        "raw.js",
                        "form.js",
                        "send.js"));
    }

    /// Adds files that lie beside `room`. A script is added after those that it imports.
    ///
    /// @throws IllegalStateException when one is not there, or imports what was not added before
    public Assets add(Class<?> room, List<String> names) {
        names.forEach(name -> add(name, Asset.text(room, name)));
        return this;
    }

    private void add(String name, String text) {
        Asset asset = Asset.of(name, Asset.isSheet(name) ? text : Imports.linked(name, text, this::path));
        byName.put(name, asset);
        byFile.put(asset.file(), asset);
    }

    /// Where browsers find `name`.
    public String path(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalStateException("there is no asset " + name);
        }
        return "/assets/" + asset.file();
    }

    /// @throws ProblemException NOT_FOUND
    Answer answer(Request request) {
        Asset asset = byFile.get(request.path("file"));
        if (asset == null) {
            throw new ProblemException(ErrorCode.NOT_FOUND, "no such asset");
        }
        boolean packed = Compressed.isTaken(request);
        Answer answer = Answer.bytes(200, asset.type(), packed ? asset.packed() : asset.bytes())
                .withHeader("Cache-Control", FOREVER)
                .withHeader("Vary", "Accept-Encoding");
        return packed ? answer.withHeader("Content-Encoding", "gzip") : answer;
    }
}
