package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The history of Try it, and links to requests.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentBeforeTest {
    private static final String GET = "/explorer/partner/partnerCustomerGet";
    private static final String PUT_TRIGGER = "/explorer/admin/putTrigger";
    private static final String SECRET = "a-secret-that-stays-here";

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator customer(Page page) {
        return page.locator("[data-at='end_customer_client_id'] input");
    }

    private static Page sent(String... customers) {
        Page page = chromium.open(GET);
        for (String customer : customers) {
            customer(page).fill(customer);
            button(page, "Send").click();
            assertThat(page.locator("gw-response")).containsText("404");
            assertThat(page.locator("gw-history li").first()).isAttached();
            chromium.forgetComplaints(); // an answer of 404, which consoles show as an error
        }
        return page;
    }

    @Test
    void what_was_sent_is_filled_in_again_after_a_reload() {
        Page page = sent("first-customer", "second-customer");
        assertThat(page.locator("gw-history li")).hasCount(2);
        page.reload();
        page.getByText("History").click();
        Chromium.photograph(page, "try-history");
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
        button(page, "Fill in").last().click();
        assertThat(customer(page)).hasValue("first-customer");
        assertThat(page.locator("gw-history li")).hasCount(2);
    }

    @Test
    void what_was_sent_is_sent_again() {
        Page page = sent("sent-twice");
        customer(page).fill("something else");
        page.getByText("History").click();
        button(page, "Send again").click();
        assertThat(page.locator("gw-history li")).hasCount(2);
        assertThat(customer(page)).hasValue("sent-twice");
        chromium.forgetComplaints(); // likewise
        button(page, "Forget all").click();
        assertThat(page.locator("gw-history li")).hasCount(0);
        page.reload();
        assertThat(customer(page)).isVisible();
        assertThat(page.locator("gw-history li")).hasCount(0);
    }

    @Test
    void a_link_opens_the_same_request_without_its_secrets() {
        Page page = chromium.open(PUT_TRIGGER);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        button(page, "Raw JSON").click();
        page.getByLabel("Request body as JSON").fill("""
                {"workflow": "shared-Zoë", "webhook": {"signature": "header", "secret": "%s"}, "paused": true, "zz": 1.10e2}
                """.formatted(SECRET));
        button(page, "Copy link").click();
        assertThat(page.getByText("Copied, without secrets")).isVisible();
        String link = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(link).startsWith(Server.shared().url() + PUT_TRIGGER + "#request=");

        Page other = chromium.open(link.substring(Server.shared().url().length()));
        button(other, "Raw JSON").click();
        String body = other.getByLabel("Request body as JSON").inputValue();
        assertThat(body.replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"workflow\":\"shared-Zoë\",\"webhook\":{\"signature\":\"header\"},\"paused\":true,\"zz\":1.10e2}");
    }
}
