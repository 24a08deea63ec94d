package dev.gangway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Ids;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.base.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Calls pages by operation, and keeps the cookie that it is given.
final class Browser {
    private final RouteTable table;
    private final Map<String, String> headers = new HashMap<>();

    Browser(RouteTable table) {
        this.table = table;
    }

    void host(String host) {
        headers.put("Host", host);
    }

    void accept(String encodings) {
        headers.put("Accept-Encoding", encodings);
    }

    Answer call(String operation, Map<String, String> path) {
        Route route = table.routes().stream()
                .filter(candidate -> candidate.operation().equals(operation))
                .findFirst()
                .orElseThrow();
        Answer answer = route.handler()
                .handle(new Request(
                        Ids.request(),
                        route,
                        path,
                        Map.of(),
                        name -> Optional.ofNullable(headers.get(name)),
                        new byte[0],
                        Caller.ANONYMOUS));
        Optional.ofNullable(answer.headers().get("Set-Cookie"))
                .ifPresent(cookie -> headers.put("Cookie", "theme=dark; " + cookie.split(";", -1)[0]));
        return answer;
    }

    /// The session in the cookie.
    Optional<Secret> session() {
        return Optional.ofNullable(headers.get("Cookie"))
                .map(cookies -> new Secret(cookies.substring(cookies.lastIndexOf('=') + 1)));
    }

    /// The text of an answer in gzip.
    static String unpacked(Answer answer) throws IOException {
        if (answer.body() instanceof Answer.Body.Bytes(byte[] bytes)) {
            return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
        }
        throw new IllegalArgumentException("a stream");
    }

    static String text(Answer answer) {
        return switch (answer.body()) {
            case Answer.Body.Bytes(byte[] bytes) -> new String(bytes, UTF_8);
            case Answer.Body.Stream _ -> throw new IllegalArgumentException("a stream");
        };
    }
}
