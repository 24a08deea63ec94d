package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Looking after connections, access tokens, calls and providers, as a person does it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskInABrowserTest {
    private static final Path PLAID = Path.of("../../shared/specs/plaid-2020-09-14.yml.gz");
    private static final String ALMOST_RIGHT = """
            openapi: 3.0.0
            info: {title: Weather, version: '1'}
            servers: [{url: 'https://weather.example'}]
            components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
            security: [{key: []}]
            paths:
              /now:
                get: {operationId: readNow, summary: Read the weather, responses: {'200': {$ref: '#/components/responses/none'}}}
            """;

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void importFile(Page page, String name, FilePayload file) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("or a file").setInputFiles(file);
        press(page, "Import");
        page.waitForURL("**/providers/" + name);
    }

    @Test
    void an_imported_document_asks_for_its_own_credentials_and_the_sandbox_comes_first() throws Exception {
        Assumptions.assumeTrue(Files.exists(PLAID), "there is no " + PLAID);
        Page page = chromium.open("/providers");
        importFile(page, "plaid", new FilePayload("plaid.yml.gz", "application/gzip", Files.readAllBytes(PLAID)));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New connection"))
                .click();

        Locator credentials = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Credentials"));
        assertThat(credentials.locator("label"))
                .hasText(new String[] {"PLAID-CLIENT-ID", "PLAID-SECRET", "Plaid-Version"});
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("sandbox.plaid.com")))
                .isChecked();
        Chromium.photograph(page, "connection-of-plaid");

        page.getByLabel("Name").focus();
        page.keyboard().type("plaid-sandbox");
        for (String field : new String[] {"PLAID-CLIENT-ID", "PLAID-SECRET", "Plaid-Version"}) {
            page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).focus();
            page.keyboard().type("kept-out-of-sight");
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/connections");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("plaid-sandbox"))
                .click();
        assertThat(page.getByText("sealed here")).hasCount(3);
        assertThat(page.content()).doesNotContain("kept-out-of-sight");

        press(page, "Remove …");
        press(page, "Remove");
        page.waitForURL("**/connections");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("plaid-sandbox")))
                .hasCount(0);
    }

    @Test
    void a_connection_that_fetches_its_tokens_shows_where_and_keeps_what_is_secret() {
        Page page = chromium.open("/connections/-/new?provider=admin");
        page.getByLabel("Name").fill("fetching");
        page.getByText("Fetch access tokens").click();
        page.getByLabel("Token endpoint").fill("https://login.example/token");
        page.getByLabel("Client id").fill("gangway");
        page.getByLabel("Calls a minute").fill("600");
        press(page, "Seal and save");
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("client_secret")))
                .isVisible();
        chromium.forgetComplaints(); // consoles show the status 400 as an error
        page.getByLabel("Client secret").fill("kept-out-of-sight");
        Chromium.photograph(page, "connection-with-tokens");
        press(page, "Seal and save");
        page.waitForURL("**/connections");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("fetching"))
                .click();
        assertThat(page.getByLabel("Token endpoint")).hasValue("https://login.example/token");
        assertThat(page.getByLabel("Client secret")).hasValue("");
        assertThat(page.getByLabel("Calls a minute")).hasValue("600");
        press(page, "Save");
        page.waitForURL("**/connections");
        JsonNode kept = Server.shared().admin("/api/v1/connections/fetching");
        assertThat(kept.at("/tokens/client_id").asText()).isEqualTo("gangway");
        assertThat(kept.at("/limits/per_minute").asInt()).isEqualTo(600);
    }

    @Test
    void what_a_connection_is_treated_as_stays_and_a_listed_server_takes_the_place_of_another() {
        Page page = chromium.open("/connections/-/new?provider=partner");
        page.getByLabel("Name").fill("treated");
        page.getByLabel("PLAID-SECRET").fill("s");
        page.getByLabel("URL of another server").fill("https://elsewhere.example");
        page.getByLabel("Treat it as").selectOption("production");
        press(page, "Seal and save");
        page.waitForURL("**/connections");
        page.navigate(Server.shared().url() + "/connections/treated");
        assertThat(page.getByLabel("Treat it as")).hasValue("production");
        press(page, "Save");
        page.waitForURL("**/connections");
        JsonNode kept = Server.shared().admin("/api/v1/connections/treated");
        assertThat(kept.path("environment").asText()).isEqualTo("production");
        assertThat(kept.path("server").asText()).isEqualTo("https://elsewhere.example");

        page.navigate(Server.shared().url() + "/connections/treated");
        page.getByRole(AriaRole.RADIO).first().check();
        page.getByLabel("PLAID-SECRET").fill("s");
        press(page, "Save");
        page.waitForURL("**/connections");
        assertThat(Server.shared()
                        .admin("/api/v1/connections/treated")
                        .path("server")
                        .asText())
                .isEmpty();
    }

    @Test
    void a_name_that_is_taken_is_refused_at_its_field_and_what_has_it_stays() {
        JsonNode before = Server.shared().admin("/api/v1/connections/local-sandbox");
        Page page = chromium.open("/connections/-/new?provider=admin");
        page.getByLabel("Name").fill("local-sandbox");
        press(page, "Seal and save");
        assertThat(page.getByText("name: there is a connection local-sandbox already"))
                .isVisible();
        chromium.forgetComplaints(); // consoles show the status 409 as an error
        assertThat(Server.shared().admin("/api/v1/connections/local-sandbox")).isEqualTo(before);
    }

    @Test
    void a_connection_whose_provider_was_removed_can_be_looked_at_and_removed() throws Exception {
        Page page = chromium.open("/providers");
        importFile(
                page,
                "fleeting",
                new FilePayload("weather.yaml", "application/yaml", ALMOST_RIGHT.getBytes(StandardCharsets.UTF_8)));
        Server.shared()
                .admin(
                        "PUT",
                        "/api/v1/connections/left-behind",
                        Json.parse("{\"provider\": \"fleeting\", \"credentials\": {\"key\": \"k\"}}"));
        Server.shared().admin("DELETE", "/api/v1/providers/fleeting", null);
        page.navigate(Server.shared().url() + "/connections/left-behind");
        assertThat(page.getByText("Its provider fleeting was removed.")).isVisible();
        press(page, "Remove …");
        press(page, "Remove");
        page.waitForURL("**/connections");
        assertThat(page.getByText("left-behind")).hasCount(0);
    }

    @Test
    void what_does_not_do_is_said_at_its_field_and_changes_nothing() {
        Page page = chromium.open("/connections/-/new?provider=partner");
        page.getByLabel("Name").fill("astray");
        page.getByLabel("PLAID-SECRET").fill("s");
        page.getByLabel("URL of another server").fill("ftp://files.example");
        press(page, "Seal and save");
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("server: ")))
                .isVisible();
        assertThat(page).hasURL(Server.shared().url() + "/connections/-/new?provider=partner");
        chromium.forgetComplaints(); // consoles show the status 400 as an error
        assertThat(Server.shared()
                        .adminAnswer("GET", "/api/v1/connections/astray", Json.object())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_access_token_is_shown_once_and_can_be_revoked() {
        Page page = chromium.open("/tokens");
        page.getByLabel("Name").fill("reporting");
        page.getByLabel("local-sandbox").check();
        press(page, "Make the token");
        Locator shown = page.getByLabel("Access token", new Page.GetByLabelOptions().setExact(true));
        assertThat(shown).containsText("gwt_");
        String token = shown.textContent().strip();
        press(page, "Done");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("reporting")))
                .containsText("Call through the gateway with local-sandbox");
        assertThat(page.content()).doesNotContain(token);

        press(page, "Revoke reporting");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke"))
                .click();
        assertThat(page.getByText("reporting")).hasCount(0);
    }

    @Test
    void a_call_is_found_in_the_log() throws Exception {
        Page page = chromium.open("/explorer/partner/partnerCustomerGet");
        page.getByLabel("Connection").selectOption("local-sandbox");
        press(page, "Send");
        assertThat(page.locator("gw-response")).containsText("PARTNER");
        chromium.forgetComplaints(); // there is no such end customer: status 400
        String filter = "?operation=partnerCustomerGet&failed=true&connection=local-sandbox";
        Eventually.happens(
                "the call is in the log",
                () -> !Server.shared()
                        .admin("/api/v1/calls" + filter)
                        .path("items")
                        .isEmpty());
        page.navigate(Server.shared().url() + "/calls" + filter);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("partnerCustomerGet"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("/partner/customer/get");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("local-sandbox"))
                        .first())
                .isVisible();
        Chromium.photograph(page, "call");
        String request = Server.shared()
                .admin("/api/v1/calls" + filter)
                .path("items")
                .path(0)
                .path("request_id")
                .asText();
        page.navigate(Server.shared().url() + "/calls");
        page.getByLabel("Text").fill(request.toUpperCase(Locale.ROOT));
        press(page, "Filter");
        assertThat(page.locator(".line.call")).hasCount(1);
        Chromium.photograph(page, "calls-with-a-text");
        page.getByLabel("Text").fill("in no call at all %_");
        press(page, "Filter");
        assertThat(page.getByText("No such call")).isVisible();
    }

    @Test
    void a_document_is_brought_in_and_what_was_tolerated_is_told() {
        Page page = chromium.open("/providers");
        importFile(
                page,
                "weather",
                new FilePayload("weather.yaml", "text/yaml", ALMOST_RIGHT.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("#/paths/~1now/get/responses/200")).isVisible();
        Chromium.photograph(page, "provider-with-flaws");
        press(page, "Remove …");
        press(page, "Remove");
        page.waitForURL("**/providers");
        JsonNode left = Server.shared().admin("/api/v1/providers");
        assertThat(left.path("items").findValuesAsText("name")).doesNotContain("weather");
    }

    @Test
    void a_document_that_cannot_be_read_is_refused_with_the_reason() {
        Page page = chromium.open("/providers");
        page.getByLabel("Name").fill("nonsense");
        page.getByLabel("or a file")
                .setInputFiles(new FilePayload("nonsense.yaml", "text/yaml", "- 1".getBytes(StandardCharsets.UTF_8)));
        press(page, "Import");
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("document")))
                .isVisible();
    }

    @Test
    void a_newer_document_shows_what_it_changed() {
        Page page = chromium.open("/providers");
        importFile(
                page,
                "growing",
                new FilePayload("a.yaml", "application/yaml", ALMOST_RIGHT.getBytes(StandardCharsets.UTF_8)));
        page.navigate(Server.shared().url() + "/providers");
        String newer = ALMOST_RIGHT.replace("operationId: readNow", "operationId: readThen")
                + "  /more:\n    get: {operationId: readMore, responses: {'200': {description: ok}}}\n";
        importFile(
                page, "growing", new FilePayload("b.yaml", "application/yaml", newer.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What it changed"))
                .click();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("readNow")))
                .containsText("breaking");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("readMore")))
                .containsText("new");
        Chromium.photograph(page, "provider-changes");
    }
}
