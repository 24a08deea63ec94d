package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.openapi.OperationModel.Parameter;
import dev.gangway.openapi.OperationModel.RequestBody;
import dev.gangway.openapi.OperationModel.Response;
import dev.gangway.openapi.RowReader.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one operation after the other.
final class OperationReader {
    private static final Pattern STATUS = Pattern.compile("[1-5]([0-9]{2}|[xX]{2})|default");

    private final Document document;
    private final Markdown markdown;
    private final ServerReader servers;
    private final SecurityReader security;
    private final ParameterReader parameters;
    private final MediaReader media;

    OperationReader(
            Document document, ReadOptions options, Markdown markdown, ServerReader servers, SecurityReader security) {
        RowReader rows = new RowReader(document, options, markdown);
        this.document = document;
        this.markdown = markdown;
        this.servers = servers;
        this.security = security;
        this.parameters = new ParameterReader(document, rows);
        this.media = new MediaReader(document, rows);
    }

    /// @param item the path's, for what its operations share
    OperationModel read(String id, String method, String path, JsonNode item, JsonNode node, String place) {
        List<SecuritySet> sets = security.of(node, place);
        Credentials credentials = new Credentials(security.needed(sets));
        List<Server> own = servers.read(node.path("servers"), place + "/servers");
        return new OperationModel(
                id,
                method,
                path,
                Text.line(node.path("summary").asText(""), path),
                markdown.html(node.path("description").asText("")),
                "",
                SafeUrls.web(node.path("externalDocs").path("url").asText("")),
                node.path("deprecated").asBoolean(),
                parameters.read(path, item, node, place).stream()
                        .map(credentials::marked)
                        .toList(),
                body(node, place, credentials),
                responses(node, place),
                sets,
                own.isEmpty() ? servers.read(item.path("servers"), place + "/servers") : own,
                errors(node),
                Naming.names(id));
    }

    private @Nullable RequestBody body(JsonNode node, String place, Credentials credentials) {
        if (!node.has("requestBody")) {
            return null;
        }
        String at = place + "/requestBody";
        JsonNode body = document.follow(node.path("requestBody"), at);
        List<OperationModel.Media> content = media.requests(body.path("content"), at + "/content").stream()
                .map(credentials::marked)
                .toList();
        if (content.isEmpty()) {
            document.note(at, "The body has no media type that is one; passed over.");
            return null;
        }
        return new RequestBody(body.path("required").asBoolean(), MediaReader.exemplified(content, Direction.REQUEST));
    }

    private List<Response> responses(JsonNode node, String place) {
        List<Response> responses = new ArrayList<>();
        node.path("responses").properties().forEach(entry -> {
            String status = entry.getKey();
            String at = place + "/responses/" + Document.escape(status);
            if (STATUS.matcher(status).matches()) {
                JsonNode response = document.follow(entry.getValue(), at);
                responses.add(new Response(
                        status.replace('x', 'X'),
                        markdown.html(response.path("description").asText("")),
                        MediaReader.exemplified(
                                media.responses(response.path("content"), at + "/content"), Direction.RESPONSE),
                        headers(response.path("headers"), at + "/headers")));
            } else if (!status.startsWith("x-")) {
                document.note(at, "This is no status; passed over.");
            }
        });
        return List.copyOf(responses);
    }

    private List<Parameter> headers(JsonNode headers, String place) {
        List<Parameter> list = new ArrayList<>();
        headers.properties()
                .forEach(header -> list.add(parameters.header(
                        header.getKey(), header.getValue(), place + "/" + Document.escape(header.getKey()))));
        return List.copyOf(list);
    }

    private static List<String> errors(JsonNode node) {
        List<String> errors = new ArrayList<>();
        for (String word : List.of("x-gangway-errors", "x-errors", "x-error-codes")) {
            node.path(word).forEach(error -> {
                if (error.isTextual()) {
                    errors.add(Text.line(error.asText(), ""));
                }
            });
        }
        return List.copyOf(errors);
    }
}
