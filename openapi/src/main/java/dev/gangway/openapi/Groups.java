package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The headings that operations are listed under: their first tag. A document that has but one tag for everything,
/// or none, is grouped by the page of the provider's documentation that each operation names, else by its path.
final class Groups {
    private static final int FEW = 8; // operations that need no more than one heading
    private static final Pattern UNTOLD = Pattern.compile("(v\\d+(\\.\\d+)*|api|rest|beta|alpha|public|\\{.*}|)");

    private final Map<String, String> tagNames = new HashMap<>();
    private final Map<String, JsonNode> described = new HashMap<>();

    Groups(JsonNode root) {
        root.path("tags")
                .forEach(tag -> tagNames.put(
                        tag.path("name").asText(""),
                        tag.path("x-displayName").asText(tag.path("name").asText(""))));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> described.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    List<OperationModel> applied(List<OperationModel> operations) {
        long tags = operations.stream().map(this::tag).distinct().count();
        boolean tagsTell = tags > 1 || operations.size() <= FEW;
        return operations.stream()
                .map(operation -> {
                    String tag = tag(operation);
                    return operation.in(tagsTell && !tag.isEmpty() ? tag : otherwise(operation));
                })
                .toList();
    }

    private String tag(OperationModel operation) {
        String tag = node(operation).path("tags").path(0).asText("");
        return Text.line(tagNames.getOrDefault(tag, tag), "");
    }

    private String otherwise(OperationModel operation) {
        String page = node(operation).path("externalDocs").path("url").asText("");
        String withoutAnchor = page.replaceAll("[#?].*$", "").replaceAll("^https?://[^/]*", "");
        List<String> steps = List.of(withoutAnchor.split("/", -1));
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!UNTOLD.matcher(steps.get(i)).matches()) {
                return heading(steps.get(i));
            }
        }
        for (String step : operation.path().split("/", -1)) {
            if (!UNTOLD.matcher(step).matches()) {
                return heading(step);
            }
        }
        return "Operations";
    }

    private JsonNode node(OperationModel operation) {
        return described.getOrDefault(operation.method() + " " + operation.path(), MissingNode.getInstance());
    }

    private static String heading(String step) {
        String words = Text.line(step.replaceAll("[-_.]+", " "), "Operations");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
