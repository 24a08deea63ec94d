package dev.gangway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Handlers;
import dev.gangway.base.Json;
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
class TokenRoutesTest {
    private final Database database = TestDatabase.fresh("audit", "access");
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final AccessTokens tokens = new AccessTokens(database, clock, audit);
    private final Handlers api = new Handlers(tokens.routes(), new Caller("token:tok_1", true));

    @AfterEach
    void close() {
        tokens.close();
        database.close();
    }

    @Test
    void a_caller_can_ask_who_it_is() {
        assertThat(Handlers.json(api.call("whoAmI", Map.of()))).isEqualTo(Json.parse("""
                {"name": "token:tok_1", "scope": "full"}"""));
        Handlers reader = new Handlers(tokens.routes(), new Caller("token:tok_2", false));
        assertThat(Handlers.json(reader.call("whoAmI", Map.of()))).isEqualTo(Json.parse("""
                {"name": "token:tok_2", "scope": "read-only"}"""));
    }

    @Test
    void the_answer_to_a_creation_is_the_only_one_with_the_text() {
        JsonNode created = create("""
                {"name": "nightly report", "scope": "read-only", "expires_at": "2027-11-21T09:00:00Z"}""");
        String text = created.path("token").asText();
        assertThat(tokens.callerOf(new Secret(text))).isPresent();
        JsonNode listed = Handlers.json(api.call("listTokens", Map.of()));
        assertThat(listed).isEqualTo(Json.parse("""
                {"items": [{
                    "id": "%s", "name": "nightly report", "scope": "read-only", "connections": [], "operations": [],
                    "created_at": "2026-03-04T12:00:00Z", "expires_at": "2027-11-21T09:00:00Z", "last_used_at": null
                }], "next": null}""".formatted(created.path("id").asText())));
    }

    @Test
    void a_creation_is_on_record_as_the_callers() {
        String id = create("""
                {"name": "nightly report", "scope": "full"}""").path("id").asText();
        assertThat(audit.timeline(WorldId.MAIN, id)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo("token:tok_1");
            assertThat(event.requestId()).hasSize(15);
        });
    }

    @Test
    void the_list_comes_in_pages() {
        create("{\"name\": \"first\", \"scope\": \"full\"}");
        create("{\"name\": \"second\", \"scope\": \"full\"}");
        JsonNode page = Handlers.json(api.call("listTokens", Map.of("limit", "1")));
        JsonNode rest = Handlers.json(api.call(
                "listTokens", Map.of("limit", "1", "after", page.path("next").asText())));
        assertThat(page.findValuesAsText("name")).hasSize(1);
        assertThat(rest.findValuesAsText("name")).hasSize(1).doesNotContainAnyElementsOf(page.findValuesAsText("name"));
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void a_revoked_token_is_gone() {
        JsonNode created = create("{\"name\": \"gone\", \"scope\": \"full\"}");
        Answer answer =
                api.call("revokeToken", Map.of("token", created.path("id").asText()));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(tokens.callerOf(new Secret(created.path("token").asText()))).isEmpty();
    }

    private JsonNode create(String body) {
        Answer answer = api.call("createToken", Map.of(), body);
        assertThat(answer.status()).isEqualTo(201);
        return Handlers.json(answer);
    }
}
