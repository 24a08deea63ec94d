package dev.gangway.webhook;

import dev.gangway.base.Clocks;
import dev.gangway.egress.OutboundClient;
import dev.gangway.egress.Outcome;
import dev.gangway.egress.TargetUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Signs a body and posts it to an endpoint, once. Thread-safe.
final class Sender {
    /// How long a receiver may take, from the look-up of its name to the end of its answer.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutboundClient client;
    private final SigningKeys keys;
    private final Clocks clocks;

    Sender(OutboundClient client, SigningKeys keys, Clocks clocks) {
        this.client = client;
        this.keys = keys;
        this.clocks = clocks;
    }

    /// @param delivery its id, told to the receiver like that of the event
    Attempt send(Endpoint endpoint, String delivery, String event, byte[] body) throws InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Gangway");
        headers.put("Plaid-Verification", keys.sign(endpoint.world(), endpoint.environment(), body));
        headers.put("Gangway-Delivery-Id", delivery);
        headers.put("Gangway-Event-Id", event);
        Instant at = clocks.now(endpoint.world());
        long begun = System.nanoTime(); // a stopwatch, not a time: the world's clock may stand still
        Outcome outcome = client.post(TargetUrl.parse(endpoint.url()), headers, body);
        return new Attempt(at, Duration.ofNanos(System.nanoTime() - begun), outcome);
    }
}
