package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.base.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Watching runs and stepping in, as a person does it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunsInABrowserTest {
    private static final Server SERVER = Server.shared();

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @BeforeAll
    static void start() {
        save("""
                document: {dsl: 1.0.0, namespace: tests, name: watched, version: '1'}
                do:
                  - greet: {set: {hello: world}}
                  - hear: {listen: {to: {one: {with: {type: tests.go}}}}}
                  - told: {set: {told: '${ .[0].word }'}}
                """);
        save("""
                document: {dsl: 1.0.0, namespace: tests, name: failing, version: '1'}
                do:
                  - look:
                      call: openapi
                      with:
                        document: {endpoint: 'gangway:partner'}
                        operationId: partnerCustomerGet
                        authentication: {use: local-sandbox}
                        parameters: {body: {end_customer_client_id: '0123456789abcdef01234567'}}
                """);
        save("""
                document: {dsl: 1.0.0, namespace: tests, name: persevering, version: '1'}
                do:
                  - safely:
                      try:
                        - look:
                            call: openapi
                            with:
                              document: {endpoint: 'gangway:partner'}
                              operationId: partnerCustomerGet
                              authentication: {use: local-sandbox}
                              parameters: {body: {end_customer_client_id: '0123456789abcdef01234567'}}
                      catch: {retry: {delay: PT1S, backoff: {exponential: {factor: 3600}}, limit: {attempt: {count: 5}}}}
                """);
    }

    private static void save(String text) {
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page started(String workflow) {
        Page page = chromium.open("/runs?workflow=" + workflow);
        button(page, "Start").click();
        page.waitForURL("**/runs/run_*");
        return page;
    }

    private static Locator badge(Page page) {
        return page.locator(".state .badge").first();
    }

    @Test
    void a_run_that_waits_is_told_and_its_end_is_seen_without_a_reload() {
        Page page = started("watched");
        assertThat(page.getByText("Waits for an event")).isVisible();
        assertThat(page.locator("[data-path='/hear']")).hasAttribute("data-mark", "waiting");
        page.evaluate("window.same = true");

        String id = page.url().substring(page.url().lastIndexOf('/') + 1);
        SERVER.admin(
                "POST",
                "/api/v1/runs/" + id + "/events",
                Json.parse("{\"type\": \"tests.go\", \"data\": {\"word\": \"go\"}}"));
        assertThat(badge(page)).hasText("completed");
        assertThat(page.locator("#output")).containsText("\"told\" : \"go\"");
        assertThat(page.locator("[data-path='/hear']")).hasAttribute("data-mark", "done");
        assertThat(page.evaluate("window.same")).isEqualTo(true);
        Chromium.photograph(page, "run");
        is_accessible(page);
    }

    @Test
    void an_event_is_sent_from_the_page_by_keyboard() {
        Page page = started("watched");
        assertThat(page.getByText("Waits for an event")).isVisible();
        button(page, "Send an event …").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("tests.go");
        page.keyboard().press("Tab");
        page.keyboard().press("Control+A");
        page.keyboard().type("{\"word\": \"keyed\"}");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#output")).containsText("keyed");
    }

    @Test
    void a_run_is_suspended_resumed_and_cancelled() {
        Page page = started("watched");
        button(page, "Suspend").click();
        assertThat(badge(page)).hasText("suspended");
        button(page, "Resume").click();
        assertThat(badge(page)).hasText("active");
        button(page, "Cancel …").click();
        button(page, "Cancel the run").click();
        assertThat(badge(page)).hasText("cancelled");
        assertThat(button(page, "Cancel …")).hasCount(0);
    }

    @Test
    void a_run_that_fails_says_where_and_why_and_can_be_retried() {
        Page page = started("failing");
        assertThat(badge(page)).hasText("failed");
        assertThat(page.locator(".failure")).containsText("at /look");
        assertThat(page.locator("[data-path='/look']")).hasAttribute("data-mark", "failed");
        Chromium.photograph(page, "run-failed");
        is_accessible(page);
        Response retried = page.waitForResponse(
                answer -> answer.url().endsWith("/retry"),
                () -> button(page, "Retry from the failed step").click());
        assertThat(retried.status()).isEqualTo(200);
        assertThat(page.locator("ol.timeline > li")).hasCount(1);
        assertThat(badge(page)).hasText("failed"); // there is still no such end customer
        assertThat(page.request().get(page.url()).text())
                .doesNotContain(SERVER.demo().sandbox().reveal());
    }

    @Test
    void a_run_that_tries_again_says_which_attempt_comes_and_when() {
        Page page = started("persevering");
        assertThat(page.getByText("Waits for attempt 3 of /safely/look until")).isVisible();
        assertThat(page.locator(".waits")).containsText("attempt 3 until");
        assertThat(page.locator("ol.timeline > li .bad")).hasCount(2);
        assertThat(page.locator("[data-path='/safely']")).hasAttribute("data-mark", "waiting");
        Chromium.photograph(page, "run-next-attempt");
        is_accessible(page);
    }

    @Test
    void a_step_that_failed_is_completed_by_hand_and_the_page_says_by_whom_and_why() {
        Page page = started("failing");
        assertThat(badge(page)).hasText("failed");
        button(page, "Complete a step …").click();
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Step")))
                .hasValue("/look");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Output"))
                .fill("{\"seen\": \"by hand\"}");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Why"))
                .fill("Looked it up at the partner's.");
        Chromium.photograph(page, "run-complete-a-step");
        button(page, "Complete the step").click();
        assertThat(badge(page)).hasText("completed");
        assertThat(page.getByText("Looked it up at the partner's.")).isVisible();
        assertThat(page.locator("#output")).containsText("by hand");
        Chromium.photograph(page, "run-completed-by-hand");
        is_accessible(page);
    }

    @Test
    void a_wait_is_skipped_and_a_run_restarted_from_a_step() {
        Page page = started("watched");
        assertThat(page.getByText("Waits for an event")).isVisible();
        button(page, "Skip a step …").click();
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Step")))
                .hasValue("/hear");
        button(page, "Skip the step").click();
        assertThat(badge(page)).hasText("completed");
        page.locator(".timeline summary").first().click();
        button(page, "Restart from here …").first().click();
        button(page, "Restart").click();
        assertThat(page.getByText("Waits for an event")).isVisible();
    }

    private static void is_accessible(Page page) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                    .isEmpty();
        }
        page.setViewportSize(390, 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }
}
