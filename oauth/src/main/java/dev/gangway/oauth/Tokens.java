package dev.gangway.oauth;

import dev.gangway.egress.EgressGuard;
import dev.gangway.egress.TargetUrl;
import dev.gangway.egress.UpstreamClient;
import dev.gangway.egress.UpstreamException;
import dev.gangway.egress.UpstreamRequest;
import dev.gangway.egress.UpstreamRequest.Body;
import dev.gangway.egress.UpstreamResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Asks token endpoints for access tokens. Keeps none. Thread-safe; each call blocks its (virtual) thread.
public final class Tokens implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20); // for the head, and each piece of the answer
    private static final int LARGEST = 64 << 10; // bytes of an answer

    private final UpstreamClient client;

    public Tokens(EgressGuard guard) {
        this.client = new UpstreamClient(guard, CONNECTING, PATIENCE);
    }

    /// One request, one token.
    ///
    /// @throws TokenException when the endpoint cannot be asked, or says no
    public Token fetch(TokenSource source, TokenSecrets secrets) throws TokenException {
        TargetUrl url = TargetUrl.parse(source.url());
        TokenRequest request = new TokenRequest(source, secrets);
        UpstreamRequest sent =
                new UpstreamRequest("POST", url.resource(), request.headers(), new Body.Bytes(request.body()), false);
        try {
            UpstreamResponse response = client.send(url, sent);
            try (InputStream body = response.body()) {
                return TokenAnswer.read(response.status(), body.readNBytes(LARGEST));
            }
        } catch (UpstreamException failed) {
            throw new TokenException(url.host() + ": " + failed.getMessage());
        } catch (IOException broken) {
            throw new TokenException(url.host() + ": the answer broke off");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
