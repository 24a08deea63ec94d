package dev.gangway.cli;

import static dev.gangway.cli.Column.column;
import static dev.gangway.cli.Column.names;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway connection …`
@Command(name = "connection", description = "Connections: a provider's credentials, kept for the gateway.")
final class ConnectionCommand {
    private static final String NAME = "The connection's name, such as plaid-sandbox.";
    private static final Table CONNECTIONS = Table.of(
            "connections",
            column("name"),
            column("provider"),
            column("environment"),
            column("server"),
            names("credentials", "credentials"),
            column("changed_at"));

    @Mixin
    private final AdminApi api;

    ConnectionCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the connections. The values of credentials are never shown.")
    int list() {
        return api.list(Call.get("/api/v1/connections"), Paging.NONE, CONNECTIONS);
    }

    @Command(description = "Show one connection.")
    int show(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.show(Call.get("/api/v1/connections/{connection}", name), Card.PLAIN);
    }

    @Command(
            description = {
                "Make a connection, or change the one of that name. Credentials that are not given stay as they are.",
                "A credential as NAME=@VARIABLE is read from that environment variable, so that no shell remembers it."
            })
    int put(
            @Parameters(paramLabel = "NAME", description = "What to call it: small letters, digits and hyphens.")
                    String name,
            @Option(
                            names = "--provider",
                            required = true,
                            paramLabel = "PROVIDER",
                            description = "Whose API it leads to.")
                    String provider,
            @Option(
                            names = "--server",
                            paramLabel = "URL",
                            description = "Where that is served; the provider's sandbox unless given.")
                    @Nullable
                    String server,
            @Option(
                            names = "--environment",
                            paramLabel = "ENVIRONMENT",
                            description = "What the server is for: sandbox, production or other.")
                    @Nullable
                    String environment,
            @Option(names = "--credential", paramLabel = "NAME=VALUE", description = "A credential; repeat for more.")
                    @Nullable
                    Map<String, String> credentials,
            @Mixin TokenOptions tokens,
            @Option(
                            names = "--per-minute",
                            paramLabel = "CALLS",
                            description = "How many may begin in a minute, over all callers and nodes.")
                    @Nullable
                    Integer perMinute,
            @Option(names = "--concurrent", paramLabel = "CALLS", description = "How many may be under way at once.")
                    @Nullable
                    Integer concurrent,
            @Option(
                            names = "--idempotency-header",
                            paramLabel = "NAME",
                            description =
                                    "Under which header the provider takes a key that makes a repeated request count once, such as Idempotency-Key.")
                    @Nullable
                    String idempotencyHeader,
            @Option(names = "--log-bodies", description = "Keep bodies in the call log, masked.") boolean logBodies) {
        Call call = Call.put("/api/v1/connections/{connection}", name)
                .with("provider", provider)
                .with("server", server)
                .with("environment", environment)
                .with("tokens", tokens.members(api::fromVariable))
                .with("limits", limits(perMinute, concurrent))
                .with("idempotency_header", idempotencyHeader)
                .with("log_bodies", logBodies);
        return api.show(credentials == null ? call : call.withAll(sealed(credentials)), Card.PLAIN);
    }

    private static ObjectNode limits(@Nullable Integer perMinute, @Nullable Integer concurrent) {
        ObjectNode limits = JsonText.object();
        JsonText.put(limits, "per_minute", perMinute);
        JsonText.put(limits, "concurrent", concurrent);
        return limits;
    }

    private ObjectNode sealed(Map<String, String> credentials) {
        ObjectNode members = JsonText.object();
        ObjectNode values = members.putObject("credentials");
        credentials.forEach((scheme, value) -> values.put(scheme, api.fromVariable(value)));
        return members;
    }

    @Command(description = "Remove a connection with its credentials.")
    int remove(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.done(Call.delete("/api/v1/connections/{connection}", name), "Removed " + name + ".");
    }
}
