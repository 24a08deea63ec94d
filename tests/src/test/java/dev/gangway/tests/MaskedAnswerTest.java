package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The secrets in an answer stay masked on the page until somebody wants to see them, for a while and on record.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MaskedAnswerTest {
    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Creates an end customer; the sandbox secret in the answer.
    private static String send(Page page, String application) {
        button(page, "Raw JSON").click();
        page.getByLabel("Request body as JSON").fill(Json.text(Bodies.little(application)));
        Response response = page.waitForResponse(
                answer -> answer.url().contains("/gateway/"),
                () -> button(page, "Send").click());
        return Json.parse(response.body()).at("/end_customer/secrets/sandbox").asText();
    }

    private static Page opened() {
        Page page = chromium.open("/explorer/partner/betaPartnerCustomerV1Create");
        page.getByLabel("Connection").selectOption("local-sandbox");
        return page;
    }

    @Test
    void secrets_are_masked_in_every_view_and_in_what_is_downloaded() throws IOException {
        Page page = opened();
        String secret = send(page, "Masked on the page");
        assertThat(secret).isNotEmpty();
        Locator answer = page.locator("gw-response");
        assertThat(answer).containsText("2 values are masked.");
        assertThat(answer).not().containsText(secret);
        button(page, "Raw").click();
        assertThat(answer).containsText("\"sandbox\": \"•••\"");
        assertThat(answer).not().containsText(secret);
        Download download = page.waitForDownload(() -> button(page, "Download").click());
        assertThat(new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("requirements_due")
                .doesNotContain(secret);
        Chromium.photograph(page, "answer-masked");
    }

    @Test
    void they_are_shown_for_a_while_and_that_is_on_record() {
        Page page = opened();
        page.clock().install();
        String secret = send(page, "Shown for a while");
        Locator answer = page.locator("gw-response");
        button(page, "Show for 30 seconds").click();
        assertThat(answer).containsText(secret);
        page.clock().runFor(29_000);
        assertThat(answer).containsText(secret);
        page.clock().runFor(2_000);
        assertThat(answer).containsText("2 values are masked.");
        assertThat(answer).not().containsText(secret);

        JsonNode call = Server.shared()
                .admin("/api/v1/audit?action=answer.revealed")
                .path("items")
                .path(0);
        assertThat(call.at("/changes/operation/after").asText()).isEqualTo("betaPartnerCustomerV1Create");
        assertThat(call.path("actor").asText()).startsWith("session:");
        assertThat(call.path("subject").asText()).isNotEqualTo("unknown");
    }

    @Test
    void what_the_gateway_filled_in_never_comes_to_the_page_though_the_other_side_repeat_it() throws IOException {
        try (Upstream echo = new Upstream((request, out) -> out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                        + "Content-Length: " + request.head().length() + "\r\n\r\n" + request.head())
                .getBytes(StandardCharsets.ISO_8859_1)))) {
            String connection = new GatewayCalls().connect(echo.url());
            Page page = chromium.open("/explorer/harbour/readFile");
            page.getByLabel("Connection").selectOption(connection);
            page.locator("gw-form.parameter").getByRole(AriaRole.TEXTBOX).fill("any");
            Response response = page.waitForResponse(
                    answer -> answer.url().contains("/gateway/"),
                    () -> button(page, "Send").click());
            assertThat(response.text())
                    .contains("Harbour-Key: ***")
                    .contains("place_key=***")
                    .doesNotContain("canary");
        }
    }

    @Test
    void hiding_them_needs_no_patience() {
        Page page = opened();
        String secret = send(page, "Hidden at once");
        button(page, "Show for 30 seconds").click();
        assertThat(page.locator("gw-response")).containsText(secret);
        button(page, "Hide").click();
        assertThat(page.locator("gw-response")).not().containsText(secret);
    }
}
