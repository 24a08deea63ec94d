package dev.gangway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Access;
import dev.gangway.base.Answer;
import dev.gangway.base.Caller;
import dev.gangway.base.Environment;
import dev.gangway.base.Handlers;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Route;
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
class PartnerRoutesTest {
    private final Database database = TestDatabase.fresh("audit", "partner");
    private final SettableClock clock = new SettableClock();
    private final AuditTrail audit = new AuditTrail(database, clock, List::of);
    private final Partners partners = new Partners(database, clock, audit);
    private final Handlers api = new Handlers(partners.routes(), new Caller("token:tok_1", true));

    @AfterEach
    void close() {
        partners.close();
        database.close();
    }

    @Test
    void a_partner_is_created_with_the_settings_that_are_given_and_defaults_for_the_rest() {
        JsonNode created = created(api.call("createPartner", Map.of(), """
                {"name": "Harbour Payments", "settings": {"products": ["auth"], "flowdown_completed": true}}"""));
        ObjectNode expected = (ObjectNode) Json.parse("""
                {
                  "name": "Harbour Payments", "has_logo": false, "created_at": "2026-03-04T12:00:00Z",
                  "settings": {
                    "reseller": true, "products": ["auth"],
                    "flowdown_completed": true, "questionnaire_completed": false,
                    "co_branded_consent": false, "monthly_service_commitment": false,
                    "sandbox_review": "auto", "production_review": "manual",
                    "technical_contact": null, "billing_contact": null, "customer_support_info": null
                  }
                }""");
        expected.put("id", created.path("id").asText())
                .put("client_id", created.path("client_id").asText());
        assertThat(created).isEqualTo(expected);
        assertThat(read(created)).isEqualTo(expected);
        assertThat(Handlers.json(api.call("listPartners", Map.of("name", "harb")))
                        .at("/items/0"))
                .isEqualTo(expected);
    }

    @Test
    void contacts_are_shown_as_they_were_given() {
        JsonNode partner = create();
        JsonNode contact = Json.parse("""
                {"given_name": "Ada", "family_name": "Lovelace", "email": "ada@harbour.example"}""");
        Answer answer = api.call(
                "changePartner",
                Map.of("partner", partner.path("id").asText()),
                Json.text(Json.object().set("technical_contact", contact)));
        assertThat(Handlers.json(answer).at("/settings/technical_contact")).isEqualTo(contact);
        assertThat(read(partner).at("/settings/technical_contact")).isEqualTo(contact);
    }

    @Test
    void a_change_is_on_record_as_the_callers() {
        String id = create().path("id").asText();
        api.call("changePartner", Map.of("partner", id), "{\"co_branded_consent\": true}");
        assertThat(audit.timeline(WorldId.MAIN, id).getLast()).satisfies(event -> {
            assertThat(event.actor()).isEqualTo("token:tok_1");
            assertThat(event.requestId()).hasSize(15);
        });
    }

    @Test
    void a_partner_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> api.call("readPartner", Map.of("partner", "prt_none")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("no partner prt_none");
    }

    @Test
    void a_key_is_issued_listed_without_its_secret_rotated_and_revoked() {
        JsonNode partner = create();
        String id = partner.path("id").asText();
        JsonNode issued =
                created(api.call("issuePartnerKey", Map.of("partner", id), "{\"environment\": \"production\"}"));
        String clientId = partner.path("client_id").asText();
        assertThat(environmentOf(clientId, issued)).isEqualTo(Environment.PRODUCTION);
        ObjectNode shown = issued.deepCopy();
        shown.remove("secret");
        assertThat(listKeys(id)).containsExactly(shown);

        Map<String, String> old = Map.of("partner", id, "key", issued.path("id").asText());
        JsonNode successor = created(api.call("rotatePartnerKey", old, "{}"));
        assertThat(environmentOf(clientId, successor)).isEqualTo(Environment.PRODUCTION);
        assertThat(listKeys(id))
                .extracting(key -> key.path("expires_at").asText())
                .containsExactlyInAnyOrder("2026-03-05T12:00:00Z", "null");

        assertThat(api.call("revokePartnerKey", old).status()).isEqualTo(204);
        assertThat(listKeys(id))
                .extracting(key -> key.path("id").asText())
                .containsExactly(successor.path("id").asText());
    }

    @Test
    void a_logo_that_is_none_is_refused() {
        assertThatThrownBy(() -> api.call(
                        "putPartnerLogo", Map.of("partner", create().path("id").asText()), "{\"logo\": \"AAAA\"}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("logo: ");
    }

    @Test
    void deleting_a_logo_answers_without_a_body() {
        Answer answer = api.call(
                "deletePartnerLogo", Map.of("partner", create().path("id").asText()));
        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void everything_that_changes_something_needs_a_token_that_may_write() {
        assertThat(partners.routes().routes())
                .allSatisfy(route -> assertThat(route.access()).isEqualTo(needed(route)));
    }

    private static Access needed(Route route) {
        return route.method().equals("GET") ? Access.READ : Access.WRITE;
    }

    private Environment environmentOf(String clientId, JsonNode issued) {
        Secret secret = new Secret(issued.path("secret").asText());
        return partners.authenticate(clientId, secret).orElseThrow().environment();
    }

    private List<JsonNode> listKeys(String partner) {
        JsonNode page = Handlers.json(api.call("listPartnerKeys", Map.of("partner", partner)));
        assertThat(page.path("next").isNull()).isTrue();
        return page.path("items").valueStream().toList();
    }

    private JsonNode create() {
        return created(api.call("createPartner", Map.of(), "{\"name\": \"Harbour Payments\"}"));
    }

    private JsonNode read(JsonNode partner) {
        return Handlers.json(
                api.call("readPartner", Map.of("partner", partner.path("id").asText())));
    }

    private static JsonNode created(Answer answer) {
        assertThat(answer.status()).isEqualTo(201);
        return Handlers.json(answer);
    }
}
