package dev.gangway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// Lit, as its own modules. The folders of its jars have versions in their names, which their properties tell.
final class Vendor {
    private Vendor() {}

    /// Texts by what they are imported as, each after those that it needs.
    static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        String html = folder("org.mvnpm", "lit-html");
        String reactive = folder("org.mvnpm.at.lit", "reactive-element");
        String element = folder("org.mvnpm", "lit-element");
        modules.put("@lit/css-tag.js", read(reactive + "css-tag.js"));
        modules.put("@lit/reactive-element", read(reactive + "reactive-element.js"));
        modules.put("lit-html", read(html + "lit-html.js"));
        modules.put("lit", read(element + "lit-element.js"));
        return modules;
    }

    private static String folder(String group, String artifact) {
        String properties = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = Vendor.class.getResourceAsStream(properties)) {
            if (in == null) {
                throw new IllegalStateException(artifact + " is not on the class path");
            }
            Properties read = new Properties();
            read.load(in);
            return "/META-INF/resources/_static/" + artifact + "/" + read.getProperty("version") + "/";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(String path) {
        return Asset.text(Vendor.class, path);
    }
}
