package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.base.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pages of triggers, as a person uses them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TriggersInABrowserTest {
    private static final String SECRET = "typed-into-the-page";

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @BeforeAll
    static void start() {
        String text = """
                document: {dsl: 1.0.0, namespace: tests, name: welcome, version: '1'}
                do: [{greet: {set: {greeting: '${ "Hello " + .name }'}}}]
                """;
        Server.shared().admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page fresh(String kind, String name) {
        Page page = chromium.open("/triggers");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(kind)).click();
        page.getByLabel("Name").fill(name);
        page.getByLabel("Starts").selectOption("welcome");
        return page;
    }

    private static void is_accessible(Page page) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                    .isEmpty();
        }
    }

    @Test
    void a_webhook_is_set_up_tried_out_and_removed() {
        Page page = fresh("On a webhook", "on-page");
        page.getByLabel("Secret").fill(SECRET);
        page.getByLabel("Input").fill(".data");
        is_accessible(page);
        Chromium.photograph(page, "trigger-new");
        button(page, "Save").click();
        assertThat(page.locator("[data-origin]")).containsText(Server.shared().url() + "/hooks/hook_");

        button(page, "Fire now …").click();
        page.getByLabel("What would have come").fill("{\"data\": {\"name\": \"Ada\"}}");
        button(page, "Fire").click();
        assertThat(page.locator("li .badge")).hasText("started");
        is_accessible(page);
        Chromium.photograph(page, "trigger");
        page.locator("a[href^='/runs/run_']").click();
        assertThat(page.locator("#output")).containsText("Hello Ada");

        page.navigate(Server.shared().url() + "/triggers/on-page");
        assertThat(page.request().get(page.url()).text()).doesNotContain(SECRET);
        button(page, "Remove …").click();
        button(page, "Remove").click();
        page.waitForURL("**/triggers");
        assertThat(page.locator("a[href='/triggers/on-page']")).hasCount(0);
    }

    @Test
    void a_schedule_that_is_none_says_so_where_it_was_typed() {
        Page page = fresh("On a schedule", "nightly");
        page.getByLabel("Cron expression").fill("sometimes");
        button(page, "Save").click();
        assertThat(page.getByLabel("Cron expression")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[data-wrong]")).containsText("five fields");
        chromium.forgetComplaints(); // the browser's own of the 400

        page.getByLabel("Cron expression").fill("0 3 * * 1-5");
        page.getByLabel("Time zone").fill("Europe/Berlin");
        page.keyboard().press("Enter");
        page.waitForURL("**/triggers/nightly");
        page.navigate(Server.shared().url() + "/triggers");
        Locator row = page.locator("a[href='/triggers/nightly']");
        assertThat(row).containsText("0 3 * * 1-5 · Europe/Berlin");
        assertThat(row).containsText("next ");
        is_accessible(page);
        Chromium.photograph(page, "triggers");
        page.setViewportSize(390, 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Server.shared().admin("DELETE", "/api/v1/triggers/nightly", null);
    }

    @Test
    void a_trigger_of_one_version_stays_at_it_when_something_else_is_saved() {
        String version = Server.shared()
                .admin("/api/v1/workflows/welcome")
                .path("version")
                .asText();
        Server.shared().admin("PUT", "/api/v1/triggers/pinned", Json.parse("""
                                {"workflow": "%s", "version": "%s", "schedule": {"cron": "0 3 * * 1"}}
                                """.formatted("welcome", version)));
        Page page = chromium.open("/triggers/pinned");
        page.getByLabel("Cron expression").fill("0 4 * * 1");
        page.keyboard().press("Enter");
        page.waitForURL("**/triggers/pinned");
        assertThat(page.getByLabel("Cron expression")).hasValue("0 4 * * 1");
        assertThat(page.getByLabel("In version")).hasValue(version);
        Server.shared().admin("DELETE", "/api/v1/triggers/pinned", null);
    }

    @Test
    void an_event_trigger_is_paused_with_the_keyboard() {
        Page page = fresh("On an event", "on-status");
        page.getByLabel("Event").selectOption("END_CUSTOMER_STATUS_UPDATED");
        page.getByLabel("Paused").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForURL("**/triggers/on-status");
        assertThat(page.getByLabel("Paused")).isChecked();
        page.setViewportSize(390, 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        Server.shared().admin("DELETE", "/api/v1/triggers/on-status", null);
    }
}
