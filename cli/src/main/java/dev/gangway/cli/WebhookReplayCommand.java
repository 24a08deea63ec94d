package dev.gangway.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway webhook replay`
@Command(
        name = "replay",
        description = "Send again: one delivery, or of one endpoint all that failed, or all of a span of time.",
        footer = {
            "",
            "Examples:",
            "  gangway webhook replay dlv_…",
            "  gangway webhook replay --endpoint whe_… --failed",
            "  gangway webhook replay --endpoint whe_… --from 2026-11-21T00:00:00Z --to 2026-11-22T00:00:00Z"
        })
final class WebhookReplayCommand implements Callable<Integer> {
    private final AdminApi api;

    @Parameters(arity = "0..1", paramLabel = "DELIVERY", description = "One delivery's id, dlv_…")
    @Nullable
    String delivery;

    @Option(names = "--endpoint", paramLabel = "ENDPOINT", description = "Many deliveries to this endpoint.")
    @Nullable
    String endpoint;

    @Option(names = "--failed", description = "All that were given up.")
    boolean failed;

    @Option(names = "--from", paramLabel = "TIME", description = "All since this moment, ISO 8601 …")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "… and before this one.")
    @Nullable
    String to;

    WebhookReplayCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        boolean isRange = from != null && to != null;
        boolean isPartOfRange = Stream.of(from, to).anyMatch(Objects::nonNull);
        if (delivery != null && endpoint == null && !failed && !isPartOfRange) {
            return api.show(Call.post("/api/v1/deliveries/{delivery}/replay", delivery), Card.PLAIN);
        }
        if (delivery == null && endpoint != null && (failed ? !isPartOfRange : isRange)) {
            Call many = Call.post("/api/v1/webhook-endpoints/{endpoint}/replays", endpoint)
                    .with("failed", failed ? true : null)
                    .with("from", from)
                    .with("to", to);
            return api.show(many, Card.PLAIN);
        }
        throw api.usage("give one delivery, or --endpoint with either --failed or both --from and --to");
    }
}
