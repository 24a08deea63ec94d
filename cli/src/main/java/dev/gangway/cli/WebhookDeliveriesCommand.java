package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway webhook deliveries …`
@Command(name = "deliveries", description = "List deliveries, newest first. Options narrow each other.")
final class WebhookDeliveriesCommand implements Callable<Integer> {
    private static final Table DELIVERIES = Table.of(
            "deliveries",
            column("id"),
            column("created_at"),
            column("event", "event_type"),
            column("customer"),
            column("endpoint"),
            column("state"),
            column("tries", "attempt_count"),
            column("next try", "next_attempt_at"));
    private static final Card DELIVERY = Card.PLAIN.with(
            "attempts",
            Table.of(
                    "attempts",
                    column("at"),
                    column("ms", "duration_ms"),
                    column("status"),
                    column("error"),
                    column("answer", "response")));

    private final AdminApi api;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--partner", paramLabel = "PARTNER", description = "Only of this partner.")
    @Nullable
    String partner;

    @Option(names = "--endpoint", paramLabel = "ENDPOINT", description = "Only to this endpoint.")
    @Nullable
    String endpoint;

    @Option(names = "--customer", paramLabel = "CUSTOMER", description = "Only about this end customer.")
    @Nullable
    String customer;

    @Option(names = "--state", paramLabel = "STATE", description = "Only in this state: ${COMPLETION-CANDIDATES}.")
    Word.@Nullable DeliveryState state;

    @Option(names = "--event", paramLabel = "EVENT", description = "Only of this event, evt_…")
    @Nullable
    String event;

    WebhookDeliveriesCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        Call log = Call.get("/api/v1/deliveries")
                .with("partner", partner)
                .with("endpoint", endpoint)
                .with("customer", customer)
                .with("state", state)
                .with("event", event);
        return api.list(log, paging, DELIVERIES);
    }

    @Command(description = "Show one delivery with its body and every attempt.")
    int show(@Parameters(paramLabel = "DELIVERY", description = "The delivery's id, dlv_…") String delivery) {
        return api.show(Call.get("/api/v1/deliveries/{delivery}", delivery), DELIVERY);
    }
}
