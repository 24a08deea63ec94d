package dev.gangway.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds HTTP tasks against the rules: `call: http` and `call: openapi`.
final class CallCheck {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> HTTP = Set.of("method", "endpoint", "headers", "query", "body", "output");
    private static final Set<String> OPENAPI =
            Set.of("document", "operationId", "parameters", "authentication", "output");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final Pattern SECRET_NAME =
            Pattern.compile("api-?key|access-?key|secret|token|password", Pattern.CASE_INSENSITIVE);
    private static final String PROVIDER = "gangway:";

    private final Surroundings surroundings;
    private final ExpressionCheck expressions;
    private final Flaws flaws;

    CallCheck(Surroundings surroundings, ExpressionCheck expressions, Flaws flaws) {
        this.surroundings = surroundings;
        this.expressions = expressions;
        this.flaws = flaws;
    }

    /// The provider that `with` names, as in `document: {endpoint: gangway:plaid}`.
    static String provider(JsonNode with) {
        String endpoint = with.path("document").path("endpoint").asText();
        return endpoint.startsWith(PROVIDER) ? endpoint.substring(PROVIDER.length()) : "";
    }

    void check(JsonNode task, String pointer, Set<String> variables) {
        String with = pointer + "/with";
        switch (task.get("call").asText()) {
            case "http" -> http(task.path("with"), with);
            case "openapi" -> openapi(task.path("with"), with);
            default ->
                flaws.add(
                        pointer + "/call",
                        "Unsupported call " + task.get("call").asText() + "; there are http, openapi.");
        }
        expressions.values(task.path("with"), with, variables);
        Set<String> outputs = Set.of("content", "response");
        if (!outputs.contains(task.path("with").path("output").asText("content"))) {
            flaws.add(with + "/output", "The output of a call is its content or its response.");
        }
    }

    private void http(JsonNode with, String pointer) {
        Shapes.known(with, pointer, HTTP, flaws);
        String method = with.path("method").asText().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            flaws.add(
                    pointer + "/method", "Unknown method " + with.path("method").asText() + ".");
        }
        JsonNode endpoint = with.path("endpoint");
        JsonNode uri = endpoint.isObject() ? endpoint.path("uri") : endpoint;
        if (!Expressions.isExpression(uri) && !uri.asText().matches("https?://[^\\s{}]+")) {
            flaws.add(pointer + "/endpoint", "An endpoint is a URL, or an expression in ${ } that yields one.");
        }
        if (endpoint.isObject()) {
            Shapes.known(endpoint, pointer + "/endpoint", Set.of("uri", "authentication"), flaws);
        }
        connection(endpoint.path("authentication"), pointer + "/endpoint/authentication");
        with.path("headers").fieldNames().forEachRemaining(name -> {
            if (CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))
                    || SECRET_NAME.matcher(name).find()) {
                flaws.add(
                        Pointers.child(pointer + "/headers", name),
                        "A credential is not written into a definition; name a connection under"
                                + " endpoint.authentication.use.");
            }
        });
    }

    private void openapi(JsonNode with, String pointer) {
        Shapes.known(with, pointer, OPENAPI, flaws);
        String provider = provider(with);
        String operation = with.path("operationId").asText();
        if (provider.isEmpty()) {
            flaws.add(pointer + "/document", "The document is a provider, as {endpoint: 'gangway:plaid'}.");
        } else if (!surroundings.hasProvider(provider)) {
            flaws.add(pointer + "/document/endpoint", "There is no provider " + provider + ".");
        } else if (!surroundings.hasOperation(provider, operation)) {
            flaws.add(pointer + "/operationId", provider + " has no operation " + operation + ".");
        }
        connection(with.path("authentication"), pointer + "/authentication");
    }

    private void connection(JsonNode authentication, String pointer) {
        if (authentication.isMissingNode()) {
            flaws.add(pointer, "A call names the connection that it goes over: authentication: {use: …}.");
            return;
        }
        Shapes.known(authentication, pointer, Set.of("use"), flaws);
        String name = authentication.path("use").asText();
        if (!surroundings.hasConnection(name)) {
            flaws.add(pointer + "/use", "There is no connection " + name + ".");
        }
    }
}
