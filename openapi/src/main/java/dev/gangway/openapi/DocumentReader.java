package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads a whole document, operation by operation. Used once, by one thread.
final class DocumentReader {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final int MOST_OPERATIONS = 50_000;

    private final Document document;
    private final Specification specification;
    private final JsonNode root;
    private final Markdown markdown = new Markdown();
    private final ServerReader servers;
    private final SecurityReader security;
    private final OperationReader operation;
    private final Set<String> ids = new HashSet<>();

    DocumentReader(Document document, Specification specification, ReadOptions options) {
        this.document = document;
        this.specification = specification;
        this.root = document.root();
        this.servers = new ServerReader(document);
        this.security = new SecurityReader(document, markdown);
        this.operation = new OperationReader(document, options, markdown, servers, security);
    }

    Api read() {
        JsonNode info = root.path("info");
        List<OperationModel> operations = operations();
        if (!root.path("webhooks").isEmpty()) {
            document.note("#/webhooks", "Webhooks are calls of the provider, and no operations; passed over.");
        }
        if (operations.isEmpty()) {
            document.note("#/paths", "The document describes no operation.");
        }
        return new Api(
                specification.words(),
                Text.line(info.path("title").asText(""), "Untitled"),
                Text.line(info.path("version").asText(""), ""),
                markdown.html(info.path("description").asText("")),
                SafeUrls.web(info.path("x-logo").path("url").asText("")),
                servers.ofDocument(),
                security.schemes(),
                new Groups(root).applied(operations),
                document.tolerance().list());
    }

    private List<OperationModel> operations() {
        List<OperationModel> operations = new ArrayList<>();
        for (var path : root.path("paths").properties()) {
            if (path.getKey().startsWith("/") && Text.isLine(path.getKey())) {
                item(path.getKey(), path.getValue(), operations);
            } else if (!path.getKey().startsWith("x-")) {
                document.note(
                        "#/paths/" + Document.escape(path.getKey()),
                        "A path begins with a slash and is a line of text; passed over.");
            }
        }
        return operations;
    }

    private void item(String path, JsonNode node, List<OperationModel> operations) {
        String place = "#/paths/" + Document.escape(path);
        JsonNode item = document.follow(node, place);
        for (String method : METHODS) {
            if (item.path(method).isObject()) {
                if (operations.size() == MOST_OPERATIONS) {
                    throw new Refusal("The document describes more than " + MOST_OPERATIONS + " operations.");
                }
                String at = place + "/" + method;
                JsonNode described = item.path(method);
                String id = unique(Naming.id(described.path("operationId").asText(""), method, path), at, described);
                operations.add(operation.read(id, method.toUpperCase(Locale.ROOT), path, item, described, at));
            }
        }
    }

    private String unique(String wanted, String place, JsonNode described) {
        String said = described.path("operationId").asText("");
        String id = wanted;
        for (int number = 2; !ids.add(id); number++) {
            id = wanted + number;
        }
        if (said.isEmpty()) {
            document.note(place, "The operation has no operationId; it is called " + id + ".");
        } else if (!said.equals(id)) {
            document.note(
                    place,
                    "The operationId " + Text.line(said, "") + " is taken, or not fit for a URL; the operation"
                            + " is called " + id + ".");
        }
        return id;
    }
}
