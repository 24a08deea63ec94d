package dev.gangway.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the operation that a request meets by its method and path: of several, the one whose path is literal for
/// longer. Immutable.
final class PathTable {
    private final Node root = new Node();

    /// One segment of the paths. `{id}` and the likes of `report-{id}.pdf` are both templates.
    private static final class Node {
        private final Map<String, Node> literal = new HashMap<>();
        private final Map<String, Node> templates = new LinkedHashMap<>();
        private final Map<String, OperationSummary> byMethod = new HashMap<>();
    }

    PathTable(List<OperationSummary> operations) {
        for (OperationSummary operation : operations) {
            Node node = root;
            for (String segment : segments(operation.path())) {
                Map<String, Node> next = segment.contains("{") ? node.templates : node.literal;
                node = next.computeIfAbsent(segment, _ -> new Node());
            }
            node.byMethod.putIfAbsent(operation.method(), operation);
        }
    }

    /// @param path without query, as it was sent
    Optional<OperationMatch> match(String method, String path) {
        List<String> segments = segments(path);
        return Optional.ofNullable(find(root, segments, 0, method))
                .map(operation -> new OperationMatch(operation, values(operation, segments)));
    }

    private static @Nullable OperationSummary find(Node node, List<String> segments, int at, String method) {
        if (at == segments.size()) {
            return node.byMethod.get(method);
        }
        String segment = segments.get(at);
        Node exact = node.literal.get(segment);
        OperationSummary found = exact == null ? null : find(exact, segments, at + 1, method);
        for (Map.Entry<String, Node> template : node.templates.entrySet()) {
            if (found == null && fits(template.getKey(), segment)) {
                found = find(template.getValue(), segments, at + 1, method);
            }
        }
        return found;
    }

    private static boolean fits(String template, String segment) {
        int open = template.indexOf('{');
        int close = template.lastIndexOf('}');
        String before = template.substring(0, open);
        String after = close < open ? "" : template.substring(close + 1);
        return segment.length() > before.length() + after.length()
                && segment.startsWith(before)
                && segment.endsWith(after);
    }

    private static Map<String, String> values(OperationSummary operation, List<String> segments) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> templates = segments(operation.path());
        for (int i = 0; i < templates.size(); i++) {
            String template = templates.get(i);
            int open = template.indexOf('{');
            int close = template.lastIndexOf('}');
            if (open >= 0 && close > open) {
                String segment = segments.get(i);
                int end = segment.length() - (template.length() - close - 1);
                values.put(template.substring(open + 1, close), segment.substring(open, end));
            }
        }
        return values;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int at = path.startsWith("/") ? 1 : 0;
        for (int slash = path.indexOf('/', at); slash >= 0; slash = path.indexOf('/', at)) {
            segments.add(path.substring(at, slash));
            at = slash + 1;
        }
        segments.add(path.substring(at));
        return segments;
    }
}
