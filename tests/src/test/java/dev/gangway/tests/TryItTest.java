package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.gangway.base.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Filling in a request, as a person does it: by what controls are called.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TryItTest {
    private static final String CREATE = "/explorer/partner/betaPartnerCustomerV1Create";

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    private static Locator field(Page page, String name) {
        return page.locator("[data-at='" + name + "']");
    }

    private static Locator box(Page page, String name) {
        return field(page, name).getByRole(AriaRole.TEXTBOX).first();
    }

    private static void add(Page page, String within, String name) {
        Locator adding = (within.isEmpty() ? page.locator("gw-try") : field(page, within))
                .locator("details.add")
                .last();
        adding.locator("summary").click();
        adding.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + " ")))
                .click();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /// The body as the raw view shows it.
    private static JsonNode body(Page page) {
        press(page, "Raw JSON");
        String text = page.getByLabel("Request body as JSON").inputValue();
        press(page, "Form");
        return Json.parse(text);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Locator program(Page page) {
        return page.getByLabel("A program that sends this request");
    }

    @Nested
    class The_form {
        @Test
        void begins_with_an_example_required_fields_first() {
            Page page = chromium.open(CREATE);
            assertThat(box(page, "company_name")).hasValue("Acme Loans");
            assertThat(box(page, "customer_support_info.email")).hasValue("support@acme-loans.example.com");
        }

        @Test
        void takes_the_nested_questionnaire() {
            Page page = chromium.open(CREATE);
            box(page, "company_name").waitFor();
            add(page, "", "questionnaires");
            add(page, "questionnaires", "cra");
            Locator cra = field(page, "questionnaires.cra");
            assertThat(cra).isVisible();
            add(page, "questionnaires.cra", "purposes");
            Locator purposes = field(page, "questionnaires.cra.purposes");
            assertThat(purposes).isVisible();
            assertThat(body(page).at("/questionnaires/cra").isObject()).isTrue();
        }

        @Test
        void takes_a_list_of_redirect_addresses() {
            Page page = chromium.open(CREATE);
            box(page, "company_name").waitFor();
            add(page, "", "redirect_uris");
            Locator more = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add to redirect_uris"));
            more.click();
            box(page, "redirect_uris[0]").fill("https://one.example/a");
            more.click();
            box(page, "redirect_uris[1]").fill("https://two.example/b");
            assertThat(body(page).path("redirect_uris"))
                    .isEqualTo(Json.parse("[\"https://one.example/a\",\"https://two.example/b\"]"));
        }

        @Test
        void refuses_a_JPEG_as_the_logo_at_its_field() {
            Page page = chromium.open(CREATE);
            box(page, "company_name").waitFor();
            add(page, "", "logo");
            Locator picker = page.getByLabel("logo: choose a file");
            picker.setInputFiles(new FilePayload("logo.jpg", "image/jpeg", bytes(Pictures.picture("jpeg", 1024))));
            assertThat(field(page, "logo")).containsText("logo must be a PNG; this is a JPEG");
            picker.setInputFiles(new FilePayload("logo.png", "image/png", bytes(Pictures.logo())));
            assertThat(field(page, "logo")).not().containsText("JPEG");
            assertThat(body(page).path("logo").asText()).startsWith("iVBOR");
        }

        @Test
        void shows_what_is_wrong_at_the_field_in_the_words_of_the_check() {
            Page page = chromium.open(CREATE);
            box(page, "website").fill("not a website");
            assertThat(field(page, "website")).containsText("website must be");
            box(page, "website").fill("https://fine.example");
            assertThat(field(page, "website")).not().containsText("must be");
        }
    }

    @Nested
    class Raw_JSON {
        @Test
        void keeps_what_the_form_does_not_know_and_how_numbers_are_written() {
            Page page = chromium.open(CREATE);
            box(page, "company_name").waitFor();
            press(page, "Raw JSON");
            Locator raw = page.getByLabel("Request body as JSON");
            raw.fill("{\"zz\": 1.10e2, \"2\": {\"b\": 12345678901234567890}, \"company_name\": \"A\", \"1\": [0.0]}");
            press(page, "Form");
            box(page, "company_name").fill("B");
            press(page, "Raw JSON");
            assertThat(raw.inputValue().replaceAll("\\s", ""))
                    .isEqualTo("{\"zz\":1.10e2,\"2\":{\"b\":12345678901234567890},\"company_name\":\"B\",\"1\":[0.0]}");
        }

        @Test
        void that_is_broken_says_where() {
            Page page = chromium.open(CREATE);
            box(page, "company_name").waitFor();
            press(page, "Raw JSON");
            page.getByLabel("Request body as JSON").fill("{\n  \"a\": }");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Line 2, column 8");
        }
    }

    @Nested
    class The_program {
        @Test
        void follows_each_keystroke() {
            Page page = chromium.open(CREATE);
            Locator name = box(page, "company_name");
            name.fill("");
            for (String letter : List.of("N", "e", "w")) {
                name.press(letter);
                assertThat(program(page)).containsText("company_name: '" + name.inputValue() + "'");
            }
        }

        @Test
        void is_written_in_the_language_that_one_chose_last() {
            Page page = chromium.open(CREATE);
            page.getByLabel("Language").selectOption("python");
            assertThat(program(page)).containsText("import");
            page.reload();
            assertThat(page.getByLabel("Language")).hasValue("python");
            assertThat(program(page)).containsText("import");
        }
    }

    @Nested
    class A_press_of_Send {
        @Test
        void right_after_typing_is_not_held_back_by_what_is_said_of_the_draft_before() throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String connection = new GatewayCalls().connect(upstream.url());
                Page page = chromium.open("/explorer/harbour/readFile");
                Locator file = page.locator("gw-form.parameter").getByRole(AriaRole.TEXTBOX);
                page.waitForFunction("() => document.querySelector('gw-try').checked");
                page.clock().install(new Clock.InstallOptions().setTime(0));
                page.clock().pauseAt(1_000);
                List<Route> checks = new ArrayList<>();
                page.route("**/draft", check -> {
                    checks.add(check);
                    if (checks.size() > 1) {
                        check.resume();
                    }
                });
                page.getByLabel("Connection").selectOption(connection);
                page.clock().runFor(100);
                page.waitForCondition(() -> checks.size() == 1);
                file.fill("any");
                page.waitForResponse("**/draft", checks.getFirst()::resume);
                Response sent = page.waitForResponse("**/gateway/**", () -> press(page, "Send"));
                assertThat(sent.status()).isEqualTo(200);
                assertThat(checks).hasSize(2);
            }
        }

        @Test
        void is_not_held_back_by_what_was_said_of_another_draft_when_the_server_cannot_check_this_one()
                throws IOException {
            try (Upstream upstream = Upstream.friendly()) {
                String connection = new GatewayCalls().connect(upstream.url());
                Page page = chromium.open("/explorer/harbour/readFile");
                Locator file = page.locator("gw-form.parameter").getByRole(AriaRole.TEXTBOX);
                page.waitForResponse(
                        "**/draft", () -> page.getByLabel("Connection").selectOption(connection));
                press(page, "Send");
                assertThat(page.locator("gw-try [role=alert]")).containsText("One field needs another look");
                page.route("**/draft", Route::abort);
                file.fill("any");
                Response sent = page.waitForResponse("**/gateway/**", () -> press(page, "Send"));
                assertThat(sent.status()).isEqualTo(200);
            }
            chromium.forgetComplaints(); // the browser's own of the aborted check
        }
    }

    @Nested
    class The_gateway_URL {
        @Test
        void is_this_server_until_somebody_types_another_which_is_kept() {
            Page page = chromium.open(CREATE);
            Locator url = page.getByLabel("Gateway URL");
            assertThat(url).hasValue(Server.shared().url());
            url.fill("");
            assertThat(page.locator("#try-reached")).containsText("Enter a gateway URL to enable sending");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")))
                    .isDisabled();
            url.fill("https://gateway.example");
            page.reload();
            assertThat(page.getByLabel("Gateway URL")).hasValue("https://gateway.example");
            assertThat(program(page)).containsText("https://gateway.example");
            assertThat(page.locator("#try-reached")).containsText("No gateway answers there");
            page.context().close();
            chromium.forgetComplaints(); // no such host, which consoles show as an error
        }
    }
}
