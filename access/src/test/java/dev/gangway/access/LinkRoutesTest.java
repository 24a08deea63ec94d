package dev.gangway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Caller;
import dev.gangway.base.Handlers;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinkRoutesTest {
    private final Database database = TestDatabase.fresh("audit", "access");
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final Sessions sessions = new Sessions(database, clock, audit, new OneTimeLinks(database, clock));
    private final Handlers api = new Handlers(sessions.routes(), new Caller("token:tok_1", true));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_link_signs_in_once_and_is_on_record() {
        JsonNode link = Handlers.json(api.call("createSignInLink", Map.of()));
        assertThat(link.path("expires_at").asText()).isEqualTo("2026-03-05T12:00:00Z");
        Secret code = new Secret(link.path("path").asText().substring("/sign-in/".length()));
        assertThat(sessions.signIn(code)).isPresent();
        assertThat(sessions.signIn(code)).isEmpty();
        assertThat(audit.timeline(WorldId.MAIN, "token:tok_1"))
                .extracting(event -> event.action())
                .containsExactly("sign_in_link.created");
    }
}
