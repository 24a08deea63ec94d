package dev.gangway.base;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds the route of a request. Paths without parameters are one hash look-up; the others are tried in
/// order. Immutable after construction.
final class Router {
    /// What a method and a path lead to, and how failures there are worded.
    sealed interface Match {
        ErrorStyle errors();

        record Found(Route route, Map<String, String> parameters, ErrorStyle errors) implements Match {}

        record WrongMethod(String allow, ErrorStyle errors) implements Match {}

        record UnknownPath(ErrorStyle errors) implements Match {}
    }

    private record Entry(Route route, ErrorStyle errors) {}

    private record Pattern(String[] segments, Map<String, Entry> byMethod) {}

    private final Map<String, Map<String, Entry>> literal = new HashMap<>();
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Map<String, ErrorStyle> byFirstSegment = new HashMap<>();
    private final ErrorStyle elsewhere;

    /// @param elsewhere words failures on paths whose first segment belongs to no table
    /// @throws IllegalArgumentException when two routes share method and path, or two tables an operation
    Router(List<RouteTable> tables, ErrorStyle elsewhere) {
        this.elsewhere = elsewhere;
        Map<String, Route> operations = new HashMap<>();
        for (RouteTable table : tables) {
            for (Route route : table.routes()) {
                add(new Entry(route, table.errors()));
                if (operations.put(route.operation(), route) != null) {
                    throw new IllegalArgumentException("two routes are called " + route.operation());
                }
            }
        }
    }

    private void add(Entry entry) {
        String path = entry.route().path();
        byFirstSegment.putIfAbsent(segments(path)[0], entry.errors());
        Map<String, Entry> byMethod = path.contains("{")
                ? patterns.computeIfAbsent(path, p -> new Pattern(segments(p), new HashMap<>()))
                        .byMethod()
                : literal.computeIfAbsent(path, p -> new HashMap<>());
        if (byMethod.put(entry.route().method(), entry) != null) {
            throw new IllegalArgumentException("two routes for " + entry.route().method() + " " + path);
        }
    }

    /// Whether no table comes near to what was asked for.
    boolean isElsewhere(Match match) {
        return match instanceof Match.UnknownPath unknown && unknown.errors().equals(elsewhere);
    }

    /// @param path the raw path, still percent-encoded, without query
    Match match(String method, String path) {
        Map<String, Entry> byMethod = literal.get(path);
        if (byMethod != null) {
            return at(byMethod, method, Map.of());
        }
        String[] actual = segments(path);
        for (Pattern pattern : patterns.values()) {
            if (fits(pattern.segments(), actual)) {
                return at(pattern.byMethod(), method, parameters(pattern.segments(), actual));
            }
        }
        return new Match.UnknownPath(byFirstSegment.getOrDefault(actual[0], elsewhere));
    }

    private static Match at(Map<String, Entry> byMethod, String method, Map<String, String> parameters) {
        Entry entry = byMethod.get(method);
        if (entry != null) {
            return new Match.Found(entry.route(), parameters, entry.errors());
        }
        Entry any = byMethod.values().iterator().next();
        return new Match.WrongMethod(String.join(", ", new TreeSet<>(byMethod.keySet())), any.errors());
    }

    private static String[] segments(String path) {
        return path.substring(path.startsWith("/") ? 1 : 0).split("/", -1);
    }

    private static boolean fits(String[] pattern, String[] actual) {
        if (pattern.length != actual.length) {
            return false;
        }
        for (int at = 0; at < pattern.length; at++) {
            boolean parameter = pattern[at].startsWith("{");
            if (parameter ? actual[at].isEmpty() : !pattern[at].equals(actual[at])) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> parameters(String[] pattern, String[] actual) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int at = 0; at < pattern.length; at++) {
            if (pattern[at].startsWith("{")) {
                String name = pattern[at].substring(1, pattern[at].length() - 1);
                parameters.put(name, decoded(actual[at]));
            }
        }
        return parameters;
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return segment; // no id contains a percent sign: the handler will find nothing
        }
    }
}
