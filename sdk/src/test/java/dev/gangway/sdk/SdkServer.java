package dev.gangway.sdk;

import dev.gangway.base.Access;
import dev.gangway.base.Authenticator;
import dev.gangway.base.Caller;
import dev.gangway.base.EdgeConfig;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.HttpEdge;
import dev.gangway.base.RequestObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hands out libraries, as the product does.
final class SdkServer implements AutoCloseable {
    static final String TOKEN = "gwt_reader";

    private final HttpEdge edge;

    SdkServer(Access access, Edition... editions) {
        Authenticator tokens = bearer ->
                bearer.reveal().equals(TOKEN) ? Optional.of(new Caller("token:reader", false)) : Optional.empty();
        Sdks sdks = new Sdks(name -> List.of(editions).stream()
                .filter(edition -> edition.provider().equals(name))
                .findFirst());
        edge = HttpEdge.start(
                new EdgeConfig("127.0.0.1", 0, 1_000, Duration.ofSeconds(1), Duration.ofMinutes(1), Set.of()),
                List.of(sdks.routes(access)),
                List.of(),
                ErrorStyle.PROBLEM_JSON,
                ErrorStyle.PROBLEM_JSON,
                tokens,
                RequestObserver.NONE);
    }

    String url() {
        return "http://localhost:" + edge.port();
    }

    @Override
    public void close() {
        edge.close();
    }
}
