package dev.gangway.web;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Makes the imports of a module lead to paths with digests. There is no bundler: the modules are few, and the browser
/// caches each for itself.
final class Imports {
    private static final Pattern SPECIFIER =
            Pattern.compile("(?<=\\bfrom ?|\\bimport ?)(?<quote>[\"'])(?<name>[@./a-z][-@./a-z0-9]*)\\k<quote>");
    private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

    private Imports() {}

    /// @param name of the module itself, which relative imports start from
    /// @param paths from the name of a module to where it is served
    static String linked(String name, String text, UnaryOperator<String> paths) {
        String linked = SPECIFIER.matcher(text).replaceAll(found -> {
            String wanted = found.group(2);
            String resolved = wanted.startsWith(".")
                    ? URI.create("/" + name).resolve(wanted).getPath().substring(1)
                    : wanted;
            return "\"" + paths.apply(resolved) + "\"";
        });
        return SOURCE_MAP.matcher(linked).replaceAll("");
    }
}
