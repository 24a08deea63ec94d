package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway webhook …`: where events go. What became of them is in [WebhookDeliveriesCommand].
@Command(name = "webhook", description = "Webhook endpoints, what was delivered to them, and the keys that sign it.")
final class WebhookCommand {
    private static final Table ENDPOINTS = Table.of(
            "webhook endpoints",
            column("id"),
            column("environment"),
            column("url"),
            column("events"),
            column("paused"),
            column("why", "paused_because"));
    private static final Table EVENTS =
            Table.of("events", column("id"), column("at"), column("environment"), column("type"), column("customer"));
    private static final String ENDPOINT_ID = "The endpoint's id, whe_…";
    private static final String WHICH_EVENTS =
            "An event to send: ${COMPLETION-CANDIDATES}. Repeat it, or separate several by commas.";

    @Mixin
    private final AdminApi api;

    private WebhookCommand(AdminApi api) {
        this.api = api;
    }

    static CommandLine line(AdminApi api) {
        return new CommandLine(new WebhookCommand(api))
                .addSubcommand(new WebhookDeliveriesCommand(api))
                .addSubcommand(new WebhookReplayCommand(api))
                .addSubcommand(new WebhookKeysCommand(api));
    }

    @Command(description = "List a partner's endpoints, oldest first.")
    int list(
            @Parameters(paramLabel = "PARTNER", description = "The partner's id, prt_…") String partner,
            @Mixin Paging paging) {
        return api.list(Call.get("/api/v1/partners/{partner}/webhook-endpoints", partner), paging, ENDPOINTS);
    }

    @Command(description = "Show one endpoint.")
    int show(@Parameters(paramLabel = "ENDPOINT", description = ENDPOINT_ID) String endpoint) {
        return api.show(Call.get("/api/v1/webhook-endpoints/{endpoint}", endpoint), Card.PLAIN);
    }

    @Command(description = "Send a partner's events of one environment to a URL.")
    int create(
            @Parameters(paramLabel = "PARTNER", description = "The partner's id, prt_…") String partner,
            @Parameters(paramLabel = "URL", description = "Where to post them.") String url,
            @Option(
                            names = "--environment",
                            required = true,
                            paramLabel = "ENVIRONMENT",
                            description = "Whose events: ${COMPLETION-CANDIDATES}.")
                    Word.Environment environment,
            @Option(names = "--event", split = ",", paramLabel = "EVENT", description = WHICH_EVENTS) @Nullable
                    List<Word.EventType> events) {
        Call call = Call.post("/api/v1/partners/{partner}/webhook-endpoints", partner)
                .with("url", url)
                .with("environment", environment)
                .with("events", events);
        return api.show(call, Card.PLAIN);
    }

    @Command(description = "Change where an endpoint is, or which events it gets.")
    int change(
            @Parameters(paramLabel = "ENDPOINT", description = ENDPOINT_ID) String endpoint,
            @Option(names = "--to", paramLabel = "URL", description = "Where to post from now on.") @Nullable
                    String url,
            @Option(names = "--event", split = ",", paramLabel = "EVENT", description = WHICH_EVENTS) @Nullable
                    List<Word.EventType> events) {
        Call call = endpointChange(endpoint).with("url", url).with("events", events);
        if (call.body() == null) {
            throw api.usage("nothing to change: give --to or --event");
        }
        return api.show(call, Card.PLAIN);
    }

    @Command(description = "Pause an endpoint: its events wait.")
    int pause(@Parameters(paramLabel = "ENDPOINT", description = ENDPOINT_ID) String endpoint) {
        return api.show(endpointChange(endpoint).with("paused", true), Card.PLAIN);
    }

    @Command(description = "Resume an endpoint: what waited is sent, in order.")
    int resume(@Parameters(paramLabel = "ENDPOINT", description = ENDPOINT_ID) String endpoint) {
        return api.show(endpointChange(endpoint).with("paused", false), Card.PLAIN);
    }

    @Command(description = "Remove an endpoint, and with it what waits there.")
    int remove(@Parameters(paramLabel = "ENDPOINT", description = ENDPOINT_ID) String endpoint) {
        return api.done(Call.delete("/api/v1/webhook-endpoints/{endpoint}", endpoint), "Removed " + endpoint + ".");
    }

    @Command(description = "Send a sample event to an endpoint, once. Exit code 1 when the receiver did not take it.")
    int test(@Parameters(paramLabel = "ENDPOINT", description = ENDPOINT_ID) String endpoint) {
        return api.check(Call.post("/api/v1/webhook-endpoints/{endpoint}/test", endpoint), Card.PLAIN, "delivered");
    }

    @Command(description = "Read the feed of events, oldest first, delivered or not.")
    int events(
            @Option(names = "--partner", paramLabel = "PARTNER", description = "Only of this partner.") @Nullable
                    String partner,
            @Mixin Paging paging) {
        return api.list(Call.get("/api/v1/events").with("partner", partner), paging, EVENTS);
    }

    private static Call endpointChange(String endpoint) {
        return Call.patch("/api/v1/webhook-endpoints/{endpoint}", endpoint);
    }
}
