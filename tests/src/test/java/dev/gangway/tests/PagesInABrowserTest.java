package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.gangway.base.Json;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds on every page: it can be used by everyone, on every screen, without a mouse.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesInABrowserTest {
    private static final String CREATE = "/explorer/partner/betaPartnerCustomerV1Create";

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/docs/errors",
                "/sign-in",
                "/sign-in/none",
                "/explorer",
                "/explorer?q=customer",
                "/explorer?q=zzzzqqqq",
                "/explorer/partner",
                "/explorer/admin",
                CREATE,
                "/explorer/admin/listCustomers",
                "/connections",
                "/connections/-/new?provider=partner",
                "/connections/local-sandbox",
                "/tokens",
                "/calls",
                "/calls?operation=none",
                "/providers",
                "/providers/partner",
                "/triggers",
                "/workflows",
                "/workflows/-/new",
                "/workflows/-/new?from=onboarding",
                "/runs",
                "/runs?state=stuck"
            })
    void is_accessible_in_light_and_dark_and_fits_a_telephone(String path) {
        Page page = chromium.open(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        for (int width : List.of(1440, 390)) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s, %s, %d pixels wide", path, scheme, width)
                        .extracting(
                                Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                        .isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s does not scroll sideways at %d", path, width)
                        .isEqualTo(true);
            }
        }
        page.context().close();
        if (path.equals("/sign-in/none")) {
            chromium.forgetComplaints(); // its status is 410, which consoles show as an error
        }
    }

    @Test
    void a_stranger_is_told_how_to_sign_in() {
        Page page = chromium.openAsStranger(CREATE);
        assertThat(page).hasURL(Server.shared().url() + "/sign-in");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Sign in with a link");
    }

    @Test
    void a_browser_that_went_astray_gets_a_page_and_a_program_what_its_API_says() {
        Page page = chromium.open("/nope");
        assertThat(page.getByText("There is no such page")).isVisible();
        chromium.forgetComplaints(); // consoles show the status 404 as an error
        assertThat(Server.shared().adminAnswer("POST", "/nope", Json.object()).body())
                .contains("\"error_code\":\"NOT_FOUND\"");
    }

    @Test
    void an_operation_is_found_by_keyboard_alone() {
        Page page = chromium.open("/explorer");
        page.keyboard().press("/");
        page.keyboard().type("redirct");
        assertThat(page.getByText("Create an end customer with what is known so far"))
                .isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/explorer/*/*");
    }

    @Test
    void a_link_to_a_field_leads_to_its_row() {
        Page page = chromium.open(CREATE + "#request.address.city");
        assertThat(page.locator("[id='request.address.city']")).isInViewport();
    }

    @Test
    void fields_are_filtered_as_one_types() {
        Page page = chromium.open(CREATE);
        page.getByLabel("Filter fields").fill("redirect");
        assertThat(page.locator("[id='request.redirect_uris']")).isVisible();
        assertThat(page.locator("[id='request.company_name']")).isHidden();
    }
}
