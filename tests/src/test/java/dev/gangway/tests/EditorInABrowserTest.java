package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The editor of workflows: calls of any URL, files, the diagram beside the text, and a narrow screen.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EditorInABrowserTest {
    private static final Server SERVER = Server.shared();
    private static final Upstream SHOP = new Upstream((request, out) -> {
        String body = Json.text(Json.object().put("asked", request.line()));
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body)
                .getBytes(StandardCharsets.US_ASCII));
    });

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @TempDir
    private Path folder;

    @BeforeAll
    static void connect() {
        ObjectNode connection = Json.object().put("provider", "admin").put("server", SHOP.url());
        connection.putObject("credentials").put("accessToken", "of-the-shop");
        SERVER.admin("PUT", "/api/v1/connections/shop", connection);
        SERVER.admin("PUT", "/api/v1/connections/shop-live", connection.put("environment", "production"));
    }

    @AfterAll
    static void close() throws IOException {
        SHOP.close();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator text(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Definition"));
    }

    private static void put_cursor_at(Page page, String word) {
        text(page)
                .evaluate(
                        "(area, word) => { const at = area.value.indexOf(word); area.setSelectionRange(at, at) }",
                        word);
    }

    private static void is_accessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    @Test
    void a_call_of_any_URL_is_filled_in_tested_and_inserted() {
        Page page = chromium.open("/workflows/-/new");
        text(page).fill("""
                document: {dsl: 1.0.0, namespace: tests, name: any-url, version: '1'}
                do:
                  - order: {set: {id: 7}}
                """);
        press(page, "Add HTTP task");
        press(page, "call any URL");
        page.getByLabel("Name of the task").fill("ship");
        page.getByLabel("Method").selectOption("post");
        page.getByLabel("Connection").selectOption("shop");
        assertThat(page.getByLabel("URL")).hasValue(SHOP.url());
        page.getByLabel("URL").fill("${ \"" + SHOP.url() + "/orders/\" + (.id | tostring) }");
        page.locator("summary").getByText("Body").click();
        page.getByLabel("Body as JSON").fill("{\"to\": \"${ .town }\"}");
        page.getByText("Sample input for the test").click();
        page.getByLabel("Sample input").fill("{\"id\": 7, \"town\": \"Ulm\"}");
        press(page, "Test request");
        assertThat(page.getByLabel("Result", new Page.GetByLabelOptions().setExact(true)))
                .containsText("POST /orders/7");
        page.getByText("Request and response").click();
        assertThat(page.getByLabel("Request, as it went out"))
                .containsText(Pattern.compile("Authorization: \\*\\*\\*.*Ulm", Pattern.DOTALL));
        Chromium.photograph(page, "http-task-any-url");
        is_accessible(page);
        press(page, "Insert");
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
        assertThat(text(page)).hasValue(Pattern.compile("- ship:\\n +call: http\\n +with:\\n +method: post"));
    }

    @Test
    void a_call_of_any_URL_is_edited_and_what_the_form_does_not_show_stays() {
        Page page = chromium.open("/workflows/-/new");
        text(page).fill("""
                document: {dsl: 1.0.0, namespace: tests, name: any-url-edited, version: '1'}
                do:
                  - ship:
                      if: ${ .paid }
                      call: http
                      with:
                        method: PUT
                        endpoint: {uri: 'SHOP/orders', authentication: {use: shop}}
                        headers: {X-Town: '${ .town }'}
                        output: response
                  - last: {set: {b: 2}} # kept
                """.replace("SHOP", SHOP.url()));
        put_cursor_at(page, "X-Town");
        press(page, "Edit HTTP task");
        assertThat(page.getByLabel("Method")).hasValue("put");
        assertThat(page.getByLabel("Headers as JSON")).hasValue(Pattern.compile("X-Town"));
        page.getByLabel("URL").fill(SHOP.url() + "/shipments");
        press(page, "Change");
        assertThat(text(page)).hasValue(Pattern.compile("""
                  - ship:
                      if: '\\$\\{ .paid }'
                      call: http
                      with:
                        method: PUT
                        endpoint:
                          uri: .%s/shipments.
                          authentication:
                            use: shop
                        headers:
                          X-Town: '\\$\\{ .town }'
                        output: response
                  - last: \\{set: \\{b: 2}} # kept
                """.formatted(SHOP.url())));
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
    }

    @Test
    void the_diagram_follows_the_text_and_stays_while_the_text_is_wrong() {
        Page page = chromium.open("/workflows/-/new");
        String begun =
                "document: {dsl: 1.0.0, namespace: tests, name: drawn, version: '1'}\ndo:\n  - first: {set: {a: 1}}\n";
        text(page).fill(begun);
        assertThat(page.locator("[data-diagram] [data-path='/first']")).hasCount(1);
        text(page).fill(begun + "  - hear: {listen: {to: {one: {with: {type: go}}}}}\n");
        assertThat(page.locator("[data-diagram] [data-path='/hear']")).hasCount(1);
        text(page).fill(begun + "  - hear: {listen: {\n");
        press(page, "Line 5");
        assertThat(page.locator("[data-diagram] [data-path='/first']")).hasCount(1);
    }

    @Test
    void a_definition_is_imported_saved_and_exported_as_it_was_written() throws Exception {
        String written = """
                # of ours, Grüße
                document: {dsl: 1.0.0, namespace: tests, name: from-a-file, version: '1'}
                do:
                  - first: {set: {a: 1.50}}   # as it is
                """;
        Path file = Files.writeString(folder.resolve("from-a-file.yaml"), written);
        Page page = chromium.open("/workflows/-/new");
        page.locator("[data-import]").setInputFiles(file);
        assertThat(text(page)).hasValue(written);
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
        text(page).fill("something else");
        page.locator("[data-import]").setInputFiles(file); // the same once more
        assertThat(text(page)).hasValue(written);
        press(page, "Save");
        page.waitForURL("**/workflows/from-a-file");
        assertThat(exported(page)).isEqualTo(written);

        String changed = written.replace("1.50", "2.50");
        text(page).fill(changed);
        press(page, "Save");
        assertThat(page.locator("details.versions summary")).containsText("2");
        assertThat(exported(page)).isEqualTo(changed);

        text(page).fill(changed.replace("from-a-file", "renamed-in-the-text"));
        press(page, "Save");
        page.waitForURL("**/workflows/renamed-in-the-text");
        press(page, "Remove …");
        assertThat(page.locator("#remove")).containsText("Remove renamed-in-the-text?");
        page.locator("#remove .danger").click();
        page.waitForURL("**/workflows");
        assertThat(SERVER.admin("/api/v1/workflows").findValuesAsText("name"))
                .contains("from-a-file")
                .doesNotContain("renamed-in-the-text");
    }

    private static String exported(Page page) throws IOException {
        return Files.readString(page.waitForDownload(
                        () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export"))
                                .click())
                .path());
    }

    @Test
    void a_task_is_inserted_behind_the_one_that_the_cursor_is_in_and_can_be_taken_back() {
        Page page = chromium.open("/workflows/-/new");
        String begun = """
                document: {dsl: 1.0.0, namespace: tests, name: nested, version: '1'}
                do:
                  - safely:
                      try:
                        - inner: {set: {a: 1}} # inside
                        - other: {set: {b: 1}}
                      catch: {}
                """;
        text(page).fill(begun);
        put_cursor_at(page, "inner");
        insert(page);
        assertThat(text(page))
                .hasValue(Pattern.compile("# inside\\n {8}- call:\\n {12}call: http\\n[^-]+\\n {8}- other:"));
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
        text(page).focus();
        page.keyboard().press("Control+z");
        assertThat(text(page)).hasValue(begun);
    }

    @Test
    void into_JSON_no_task_is_inserted_as_YAML() {
        Page page = chromium.open("/workflows/-/new");
        String json = """
                {"document": {"dsl": "1.0.0", "namespace": "tests", "name": "json", "version": "1"},
                "do": [{"first": {"set": {"a": 1}}}]}""";
        text(page).fill(json);
        insert(page);
        assertThat(page.getByText("must be in block style")).isVisible();
        assertThat(text(page)).hasValue(json);
    }

    private static void insert(Page page) {
        press(page, "Add HTTP task");
        press(page, "call any URL");
        page.getByLabel("Connection").selectOption("shop");
        press(page, "Insert");
    }

    @Test
    void a_test_that_writes_to_production_asks_first_and_what_is_no_JSON_is_not_sent() {
        Page page = chromium.open("/workflows/-/new");
        press(page, "Add HTTP task");
        press(page, "call any URL");
        page.getByLabel("Method").selectOption("post");
        page.getByLabel("Connection").selectOption("shop-live");
        int before = SHOP.seen().size();
        press(page, "Test request");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This writes to production.");
        is_accessible(page);
        press(page, "Do not send");

        page.locator("summary").getByText("Answers for the test").click();
        Locator answers = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Answers for the test"));
        answers.fill("{\"status\": 503}");
        press(page, "Test request");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("must be a list");
        answers.fill("[{");
        assertThat(page.getByText("One of the texts is not JSON yet.")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Insert")))
                .isDisabled();
        assertThat(SHOP.seen()).hasSize(before);

        answers.fill("");
        press(page, "Test request");
        press(page, "Send to production");
        assertThat(page.getByLabel("Result", new Page.GetByLabelOptions().setExact(true)))
                .containsText("POST /");
        assertThat(SHOP.seen()).hasSize(before + 1);
    }

    @Test
    void on_a_narrow_screen_the_dialog_shows_the_reference_above_the_form_and_nothing_is_cut_off() {
        Page page = chromium.open("/workflows/-/new", 390, ColorScheme.DARK);
        press(page, "Add HTTP task");
        page.keyboard().type("create an end cust");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Create an end customer with what is known so far")
                .first()
                .click();
        Locator reference = page.getByLabel("What the operation takes and answers");
        Locator name = page.getByLabel("Name of the task");
        assertThat(name).isVisible();
        var above = reference.boundingBox();
        var below = name.boundingBox();
        assertThat(above.y + above.height).isLessThanOrEqualTo(below.y);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.evaluate("[...document.querySelectorAll('gw-task dialog section[aria-label=Request] *')]"
                        + ".filter(one => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth"
                        + " && !one.closest('pre')).map(one => one.outerHTML.slice(0, 80))"))
                .isEqualTo(List.of());
        Chromium.photograph(page, "http-task-narrow-dark");
        is_accessible(page);
    }
}
