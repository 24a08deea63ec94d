package dev.gangway.tests;

import dev.gangway.base.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// An upstream that lets in who has one of its access tokens, and the token endpoint that gives them out, on one port.
final class TokenHouse implements AutoCloseable {
    static final String CLIENT_SECRET = "cs_canary_9Lp4RtYw2XcV6bNm";

    private final Upstream upstream = new Upstream(this::answer);
    private final AtomicInteger given = new AtomicInteger();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();

    /// What a token is given with: more members of the answer, such as `, "expires_in": 3600`.
    volatile String terms = "";

    /// What the token endpoint answers instead; empty to give tokens.
    volatile String refusal = "";

    /// Whether the tokens that it gives let anybody in.
    volatile boolean honours = true;

    String url() {
        return upstream.url();
    }

    /// From now on, no token that was given so far lets anybody in.
    void forgetTokens() {
        valid.clear();
    }

    /// The bodies that came to the token endpoint.
    List<String> asked() {
        return upstream.seen().stream()
                .filter(request -> request.line().startsWith("POST /token "))
                .map(Upstream.Seen::text)
                .toList();
    }

    /// The requests that came elsewhere.
    List<Upstream.Seen> called() {
        return upstream.seen().stream()
                .filter(request -> !request.line().startsWith("POST /token "))
                .toList();
    }

    private void answer(Upstream.Seen request, OutputStream out) throws IOException {
        if (request.line().startsWith("POST /token ")) {
            write(out, refusal.isEmpty() ? "200 OK" : "400 Bad Request", refusal.isEmpty() ? token() : refusal);
        } else if (request.header("Authorization").filter(valid::contains).isPresent()) {
            String shown = request.header("Authorization").orElseThrow();
            write(out, "200 OK", Json.text(Json.object().put("shown", shown)));
        } else {
            write(out, "401 Unauthorized", "{}");
        }
    }

    private String token() {
        String token = "at_canary_" + given.incrementAndGet();
        if (honours) {
            valid.add("Bearer " + token);
        }
        return "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\"" + terms + "}";
    }

    private static void write(OutputStream out, String status, String body) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }
}
