package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway trigger …`
@Command(name = "trigger", description = "Triggers: what starts runs by itself.")
final class TriggerCommand {
    private static final String NAME = "The trigger's name.";
    private static final String NEW_NAME = "What to call it: small letters, digits and hyphens.";
    private static final Table TRIGGERS = Table.of(
            "triggers",
            column("name"),
            column("workflow"),
            column("paused"),
            column("next_at"),
            column("path"),
            column("changed_at"));
    private static final Table FIRINGS =
            Table.of("firings", column("id"), column("at"), column("outcome"), column("run"), column("problem"));

    @Mixin
    private final AdminApi api;

    TriggerCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the triggers.")
    int list() {
        return api.list(Call.get("/api/v1/triggers"), Paging.NONE, TRIGGERS);
    }

    @Command(description = "Show a trigger. Its secret is never shown.")
    int show(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.show(Call.get("/api/v1/triggers/{trigger}", name), Card.PLAIN);
    }

    @Command(description = "Start runs at the times that a cron expression names.")
    int schedule(
            @Parameters(paramLabel = "NAME", description = NEW_NAME) String name,
            @Mixin TriggerOptions options,
            @Option(
                            names = "--cron",
                            required = true,
                            paramLabel = "CRON",
                            description = "Minute, hour, day of month, month, day of week: '0 3 * * 1-5'.")
                    String cron,
            @Option(
                            names = "--time-zone",
                            paramLabel = "ZONE",
                            description = "Whose clock counts, such as Europe/Berlin; UTC unless given.")
                    @Nullable
                    String zone) {
        ObjectNode members = JsonText.object();
        JsonText.put(members.putObject("schedule").put("cron", cron), "time_zone", zone);
        return api.show(options.put(name).withAll(members), Card.PLAIN);
    }

    @Command(
            description = {
                "Start runs for requests to an address of its own, which is shown as the path.",
                "A secret as @VARIABLE is read from that environment variable, so that no shell remembers it."
            })
    int webhook(
            @Parameters(paramLabel = "NAME", description = NEW_NAME) String name,
            @Mixin TriggerOptions options,
            @Option(
                            names = "--signature",
                            required = true,
                            paramLabel = "SCHEME",
                            description = "hmac_sha256, standard_webhooks, stripe, slack, plaid or header.")
                    String signature,
            @Option(
                            names = "--secret",
                            paramLabel = "SECRET",
                            description = "What the sender signs with; as it is unless given.")
                    @Nullable
                    String secret,
            @Option(
                            names = "--header",
                            paramLabel = "NAME",
                            description = "Where the signature is, if not where the scheme has it.")
                    @Nullable
                    String header,
            @Option(
                            names = "--connection",
                            paramLabel = "CONNECTION",
                            description = "Over which the keys of a Plaid-style sender are fetched.")
                    @Nullable
                    String connection) {
        ObjectNode members = JsonText.object();
        ObjectNode webhook = members.putObject("webhook").put("signature", signature);
        JsonText.put(webhook, "secret", secret == null ? null : api.fromVariable(secret));
        JsonText.put(webhook, "header", header);
        JsonText.put(webhook, "connection", connection);
        return api.show(options.put(name).withAll(members), Card.PLAIN);
    }

    @Command(description = "Start runs when something happens on this platform.")
    int event(
            @Parameters(paramLabel = "NAME", description = NEW_NAME) String name,
            @Mixin TriggerOptions options,
            @Option(
                            names = "--type",
                            required = true,
                            paramLabel = "TYPE",
                            description = "What kind of event, such as END_CUSTOMER_STATUS_UPDATED.")
                    String type) {
        ObjectNode members = JsonText.object();
        members.putObject("event").put("type", type);
        return api.show(options.put(name).withAll(members), Card.PLAIN);
    }

    @Command(description = "Let occasions pass without starting anything.")
    int pause(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.show(Call.post("/api/v1/triggers/{trigger}/pause", name), Card.PLAIN);
    }

    @Command(description = "Start runs again.")
    int resume(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.show(Call.post("/api/v1/triggers/{trigger}/resume", name), Card.PLAIN);
    }

    @Command(description = "Do what the trigger does when its occasion comes.")
    int fire(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--data", paramLabel = "FILE", description = "A file with what would have come, JSON.")
                    @Nullable
                    Path data) {
        return api.show(
                Call.post("/api/v1/triggers/{trigger}/fire", name)
                        .with("came", data == null ? JsonText.object() : TextFile.json(data, api)),
                Card.PLAIN);
    }

    @Command(description = "List what a trigger did in the last month, newest first.")
    int firings(@Parameters(paramLabel = "NAME", description = NAME) String name, @Mixin Paging paging) {
        return api.list(Call.get("/api/v1/triggers/{trigger}/firings", name), paging, FIRINGS);
    }

    @Command(description = "Remove a trigger with its secret.")
    int remove(@Parameters(paramLabel = "NAME", description = NAME) String name) {
        return api.done(Call.delete("/api/v1/triggers/{trigger}", name), "Removed " + name + ".");
    }
}
