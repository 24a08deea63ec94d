package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Writing a workflow, as a person does it.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StudioInABrowserTest {
    private static final Server SERVER = Server.shared();

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator text(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Definition"));
    }

    @Test
    void an_operation_is_searched_read_tested_inserted_saved_and_runs() throws Exception {
        Page page = chromium.open("/workflows/-/new");
        text(page).fill("""
                # kept as it is
                document: {dsl: 1.0.0, namespace: tests, name: first-task, version: '1'}
                do:
                  - greet: {set: {company: Workflow Water, app: Workflow App}} # first
                """);
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();

        press(page, "Add HTTP task");
        page.keyboard().type("create an end cust");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Create an end customer with what is known so far")
                .first()
                .click();
        assertThat(page.getByLabel("What the operation takes and answers")).containsText("company_name");
        page.getByLabel("Name of the task").fill("create");
        page.getByRole(AriaRole.DIALOG)
                .locator("[data-at='company_name'] input")
                .fill("${ .company }");
        page.getByRole(AriaRole.DIALOG)
                .locator("[data-at='application_name'] input")
                .fill("${ .app }");
        page.getByText("Sample input for the test").click();
        page.getByLabel("Sample input").fill("{\"company\": \"Tested Water\", \"app\": \"Tested App\"}");
        Chromium.photograph(page, "http-task");
        press(page, "Test request");
        assertThat(page.getByLabel("Result", exactly())).containsText("requirements_due");
        page.getByText("Stage by stage").click();
        assertThat(page.getByLabel("/create input")).containsText("Tested Water");
        page.getByText("Request and response").click();
        assertThat(page.getByLabel("What the expressions came to")).containsText("Tested Water");
        assertThat(page.getByLabel("Request, as it went out")).containsText("PLAID-SECRET: ***");
        assertThat(page.getByLabel("Response, as it came back")).containsText("HTTP 200");
        Chromium.photograph(page, "http-task-tested");
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
        press(page, "Insert");

        assertThat(page.getByText("Inserted create.")).isVisible();
        String written = text(page).inputValue();
        assertThat(written)
                .startsWith("# kept as it is\n")
                .contains("# first\n  - create:\n      call: openapi\n")
                .doesNotContain(SERVER.demo().sandbox().reveal());
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
        Chromium.photograph(page, "editor-with-task");
        press(page, "Save");
        page.waitForURL("**/workflows/first-task");

        String run = SERVER.admin("POST", "/api/v1/workflows/first-task/runs", Json.object())
                .path("id")
                .asText();
        Eventually.happens(
                "the run ends",
                () -> !SERVER.admin("/api/v1/runs/" + run).path("ended_at").isNull());
        JsonNode ended = SERVER.admin("/api/v1/runs/" + run);
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("completed");
        assertThat(ended.at("/output/end_customer/company_name").asText()).isEqualTo("Workflow Water");
    }

    @Test
    void a_workflow_is_removed_once_nothing_needs_it_and_the_dialog_says_what_does() throws Exception {
        String text = """
                document: {dsl: 1.0.0, namespace: tests, name: short-lived, version: '1'}
                do: [{rest: {listen: {to: {one: {with: {type: short.on}}}}}}]
                """;
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text));
        String run = SERVER.admin("POST", "/api/v1/workflows/short-lived/runs", Json.object())
                .path("id")
                .asText();
        Page page = chromium.open("/workflows/short-lived");
        press(page, "Remove …");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator remove = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"));
        remove.click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("needed by a run that is not over");
        chromium.forgetComplaints(); // consoles show the status 409 as an error
        Chromium.photograph(page, "workflow-not-removed");
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();

        SERVER.admin("POST", "/api/v1/runs/" + run + "/cancel", Json.object());
        Eventually.happens(
                "the run ends",
                () -> !SERVER.admin("/api/v1/runs/" + run).path("ended_at").isNull());
        remove.click();
        page.waitForURL("**/workflows");
        assertThat(page.getByText("short-lived")).hasCount(0);
    }

    @Test
    void what_is_written_is_completed_with_what_is_known_here() {
        Page page = chromium.open("/workflows/-/new");
        text(page).fill("""
                document: {dsl: 1.0.0, namespace: tests, name: completed, version: '1'}
                do:
                  - ask:
                """);
        page.keyboard().press("Control+End");
        Locator list = page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Suggestions"));
        type(page, "      ca");
        assertThat(list.getByRole(AriaRole.OPTION)).hasText(new String[] {"call", "catch"});
        Chromium.photograph(page, "suggestions");
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
        page.keyboard().press("Tab");
        take(page, list, "ope", "openapi");
        type(page, "\nwith:\n  document: {endpoint: ");
        take(page, list, "gangway:par", "gangway:partner");
        type(page, "}\noperationId: ");
        take(page, list, "betaPartnerCustomerV1C", "betaPartnerCustomerV1Create");
        type(page, "\nauthentication: {use: ");
        take(page, list, "local-s", "local-sandbox");
        type(page, "}\nparameters: {body: '${ $wo");
        assertThat(list.getByRole(AriaRole.OPTION)).hasText(new String[] {"$workflow"});
        page.keyboard().press("Escape");
        assertThat(list).isHidden();
        type(page, "rkflow.input }'}");
        assertThat(text(page).inputValue()).endsWith("""
                  - ask:
                      call: openapi
                      with:
                        document: {endpoint: gangway:partner}
                        operationId: betaPartnerCustomerV1Create
                        authentication: {use: local-sandbox}
                        parameters: {body: '${ $workflow.input }'}\
                """);
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
    }

    private static void type(Page page, String text) {
        page.keyboard().type(text);
    }

    /// Types a beginning and takes the first suggestion, by keys alone.
    private static void take(Page page, Locator list, String beginning, String wanted) {
        type(page, beginning);
        assertThat(list.getByRole(AriaRole.OPTION).first()).hasText(wanted);
        page.keyboard().press("ArrowDown");
        assertThat(list.getByRole(AriaRole.OPTION).first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(list).isHidden();
    }

    @Test
    void a_request_is_tested_with_what_a_past_run_handed_on() throws Exception {
        SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", """
                document: {dsl: 1.0.0, namespace: tests, name: again, version: '1'}
                do:
                  - name: {set: {who: '${ "client " + .n }'}}
                  - ask:
                      call: openapi
                      with:
                        document: {endpoint: gangway:partner}
                        operationId: partnerCustomerGet
                        authentication: {use: local-production}
                        parameters: {body: {end_customer_client_id: '${ .who }'}}
                """));
        ObjectNode start = Json.object();
        start.putObject("input").put("n", "of yesterday");
        String run = SERVER.admin("POST", "/api/v1/workflows/again/runs", start)
                .path("id")
                .asText();
        Eventually.happens(
                "the run ends",
                () -> !SERVER.admin("/api/v1/runs/" + run).path("ended_at").isNull());

        Page page = chromium.open("/workflows/again");
        text(page).evaluate("area => { const at = area.value.indexOf('operationId'); area.setSelectionRange(at, at) }");
        press(page, "Edit HTTP task");
        page.getByText("Sample input for the test").click();
        page.getByText("Take it from a past run").click();
        page.getByLabel("Run", new Page.GetByLabelOptions().setExact(true)).selectOption(run);
        page.getByLabel("What was handed on").selectOption("before /ask");
        assertThat(page.getByLabel("Sample input"))
                .hasValue(Pattern.compile(".*\"client of yesterday\".*", Pattern.DOTALL));
        Chromium.photograph(page, "http-task-past-run");
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
        press(page, "Test request");
        press(page, "Send to production");
        page.getByText("Request and response").click();
        assertThat(page.getByLabel("What the expressions came to")).containsText("client of yesterday");
    }

    @Test
    void a_task_is_edited_where_it_stands_and_the_rest_of_the_text_stays() {
        Page page = chromium.open("/workflows/-/new");
        text(page).fill("""
                document: {dsl: 1.0.0, namespace: tests, name: edited, version: '1'}
                do:
                  - first: {set: {a: 1}}
                  # about the call
                  - ask:
                      if: ${ .a == 1 }
                      call: openapi
                      with:
                        document: {endpoint: gangway:partner}
                        operationId: partnerCustomerGet
                        authentication: {use: local-production}
                        parameters: {body: {end_customer_client_id: before}}
                      output: {as: '${ .end_customer }'} # kept behind it
                  - last: {set: {b: 2.50}} # kept too
                """);
        press(page, "Edit HTTP task"); // the cursor is behind the last task
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("cursor")))
                .isVisible();

        text(page).evaluate("area => { const at = area.value.indexOf('operationId'); area.setSelectionRange(at, at) }");
        press(page, "Edit HTTP task");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Edit HTTP task")))
                .isVisible();
        assertThat(page.getByLabel("Connection")).hasValue("local-production");
        Locator customer = dialog.locator("[data-at='end_customer_client_id'] input");
        assertThat(customer).hasValue("before");
        customer.fill("${ .customer }");
        page.getByLabel("Name of the task").fill("look");
        Chromium.photograph(page, "http-task-edited");
        press(page, "Change");

        assertThat(text(page)).hasValue(Pattern.compile("""
                document: \\{dsl: 1.0.0, namespace: tests, name: edited, version: '1'}
                do:
                  - first: \\{set: \\{a: 1}}
                  # about the call
                  - look:
                      if: '\\$\\{ .a == 1 }'
                      call: openapi
                      with:
                        document:
                          endpoint: .gangway:partner.
                        operationId: partnerCustomerGet
                        authentication:
                          use: local-production
                        parameters:
                          body:
                            end_customer_client_id: '\\$\\{ .customer }'
                      output:
                        as: '\\$\\{ .end_customer }' # kept behind it
                  - last: \\{set: \\{b: 2.50}} # kept too
                """));
        assertThat(page.getByText("Nothing is wrong with it.")).isVisible();
    }

    @Test
    void what_is_wrong_is_said_at_its_line_and_cannot_be_saved() {
        Page page = chromium.open("/workflows/-/new");
        text(page).fill("""
                document: {dsl: 1.0.0, namespace: tests, name: flawed, version: '1'}
                do:
                  - dance: {jig: true}
                """);
        press(page, "Line 3");
        assertThat(page.locator(".gutter .flaw")).hasText("3");
        assertThat(text(page)).isFocused();
        press(page, "Save");
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Not saved.")))
                .isVisible();
        chromium.forgetComplaints(); // consoles show the status 400 as an error
    }

    @Test
    void the_template_that_is_shipped_is_a_place_to_begin() {
        Page page = chromium.open("/workflows");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("From the onboarding template"))
                .click();
        assertThat(text(page)).hasValue(Pattern.compile("name: onboarding"));
    }
}
