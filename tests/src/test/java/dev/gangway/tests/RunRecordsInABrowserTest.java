package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is left of runs, looked through and taken along by a person.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunRecordsInABrowserTest {
    private static final Server SERVER = Server.shared();

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @BeforeAll
    static void save() {
        workflow("branching", """
                - first: {call: openapi, with: %s}
                - both:
                    fork:
                      branches:
                        - left: {call: openapi, with: %s}
                        - right: {call: openapi, with: %s}
                """.formatted(creating("first"), creating("left"), creating("right")));
        workflow("tireless", """
                - each:
                    for: {each: turn, in: '${ [range(.turns)] }'}
                    do: [{say: {emit: {event: {with: {type: tests.said, source: 'urn:tests', data: {turn: '${ $turn }'}}}}}}]
                - hear: {listen: {to: {one: {with: {type: tests.enough}}}}}
                """);
    }

    private static String creating(String name) {
        ObjectNode with = Json.object().put("operationId", "betaPartnerCustomerV1Create");
        with.putObject("document").put("endpoint", "gangway:partner");
        with.putObject("authentication").put("use", "local-sandbox");
        with.putObject("parameters").put("body", "${ $workflow.input." + name + " }");
        return Json.text(with);
    }

    private static void workflow(String name, String tasks) {
        String text = "document: {dsl: 1.0.0, namespace: tests, name: %s, version: '1'}\ndo:\n".formatted(name)
                + tasks.indent(2);
        assertThat(SERVER.admin("POST", "/api/v1/workflows", Json.object().put("definition", text))
                        .path("name")
                        .asText())
                .isEqualTo(name);
    }

    private static String started(String workflow, JsonNode input) {
        JsonNode body = Json.object().set("input", input);
        return SERVER.admin("POST", "/api/v1/workflows/" + workflow + "/runs", body)
                .path("id")
                .asText();
    }

    /// One that creates three end customers, two of them in branches.
    private static String branching(String names) {
        ObjectNode input = Json.object();
        for (String branch : List.of("first", "left", "right")) {
            input.set(branch, Bodies.little(names + " " + branch));
        }
        return started("branching", input);
    }

    private static JsonNode run(String id) {
        return SERVER.admin("/api/v1/runs/" + id);
    }

    private static JsonNode downloaded(Page page, Locator link) throws IOException {
        return Json.parse(Files.readString(page.waitForDownload(link::click).path()));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void what_a_run_and_its_branches_called_is_in_the_archive_and_in_the_call_log() throws Exception {
        String id = branching("Archived");
        String other = branching("Not archived");
        Eventually.happens(
                "both end", () -> run(id).hasNonNull("ended_at") && run(other).hasNonNull("ended_at"));
        assertThat(run(id).path("state").asText()).as(run(id).toString()).isEqualTo("completed");

        Page page = chromium.open("/runs/" + id);
        JsonNode entries = downloaded(page, link(page, "Export calls as HAR")).at("/log/entries");
        assertThat(entries).hasSize(3);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.path("comment").asText())
                        .contains("run:" + id)
                        .doesNotContain(SERVER.demo().sandbox().reveal()));
        assertThat(entries.findValuesAsText("url"))
                .allSatisfy(url -> assertThat(url).startsWith("http://").endsWith("/beta/partner/customer/v1/create"));

        link(page, "Its calls").click();
        assertThat(page.locator("ul.rows > li")).hasCount(3);
        assertThat(page.getByLabel("Called by")).hasValue("run:" + id);
        page.locator("ul.rows > li a").last().click();
        link(page, id).click();
        assertThat(page).hasURL(Pattern.compile(".*/runs/" + id));
    }

    @Test
    void a_long_run_shows_its_latest_steps_leads_to_the_earlier_and_is_exported_whole() throws Exception {
        String id = started("tireless", Json.object().put("turns", 450));
        Eventually.happens("it waits", () -> run(id).path("waits_for").asText().equals("events"));

        Page page = chromium.open("/runs/" + id);
        Locator steps = page.locator("section[aria-labelledby=timeline] > ol.timeline > li");
        assertThat(steps.first()).containsText("/each[250]/say");
        assertThat(page.getByText("251 to 450 of 450")).isVisible();
        assertThat(page.locator("[data-path='/hear']")).hasAttribute("data-mark", "waiting");
        assertThat(page.locator(".waits")).isVisible();

        link(page, "Earlier steps").click();
        assertThat(steps.first()).containsText("/each[50]/say");
        assertThat(page.locator(".waits")).hasCount(0);
        page.waitForTimeout(1_500); // it keeps itself up to date meanwhile
        assertThat(steps.first()).containsText("/each[50]/say");
        link(page, "Earlier steps").click();
        assertThat(page.getByText("1 to 200 of 450").first()).isVisible();
        assertThat(link(page, "Earlier steps")).hasCount(0);

        JsonNode file = downloaded(page, link(page, "Export as JSON"));
        assertThat(file.path("steps").findValuesAsText("path"))
                .startsWith(IntStream.range(0, 450)
                        .mapToObj("/each[%d]/say"::formatted)
                        .toArray(String[]::new));
        assertThat(file.path("tasks").findValuesAsText("path")).contains("/each[449]/say", "/hear");
        assertThat(file.at("/run/id").asText()).isEqualTo(id);
    }

    @Test
    void a_run_whose_branch_failed_shows_where_and_can_still_be_looked_at_when_its_workflow_is_gone() throws Exception {
        workflow("torn", """
                - split:
                    fork:
                      branches:
                        - left: {do: [{good: {set: {a: 1}}}, {said: {emit: {event: {with: {type: tests.torn, source: 'urn:tests'}}}}}]}
                        - right: {do: [{bad: {raise: {error: {type: 'urn:x:no', status: 409}}}}]}
                """);
        String id = started("torn", Json.object());
        Eventually.happens("it fails", () -> run(id).path("state").asText().equals("failed"));
        Page page = chromium.open("/runs/" + id);
        for (String path : List.of("/split", "/split/right", "/split/right/bad")) {
            assertThat(page.locator("[data-path='" + path + "']")).hasAttribute("data-mark", "failed");
        }
        assertThat(page.locator("[data-path='/split/left/said']")).hasAttribute("data-mark", "done");
        assertThat(page.locator("ol.timeline > li .badge").first()).hasText("failed");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete a step …"))
                .click();
        assertThat(page.locator("#complete-path")).hasValue("/split");

        SERVER.admin("DELETE", "/api/v1/workflows/torn", null);
        page.reload();
        assertThat(page.locator(".failure")).containsText("at /split/right/bad");
        assertThat(page.locator("[data-path='/split/right/bad']")).hasAttribute("data-mark", "failed");
    }

    @Test
    void a_version_that_is_saved_while_one_looks_can_be_moved_to() throws Exception {
        String waits = started("tireless", Json.object().put("turns", 1));
        Page page = chromium.open("/runs/" + waits);
        assertThat(page.locator(".waits")).isVisible();
        workflow("tireless", """
                - each:
                    for: {each: turn, in: '${ [range(.turns)] }'}
                    do: [{say: {emit: {event: {with: {type: tests.said, source: 'urn:tests', data: {turn: '${ $turn }'}}}}}}]
                - hear: {listen: {to: {one: {with: {type: tests.enough_of_it}}}}}
                """);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move to a version …"))
                .click();
        assertThat(page.locator("#version option")).hasCount(1);
    }

    @Test
    void the_list_shows_the_runs_of_one_workflow_in_one_state() throws Exception {
        String waits = started("tireless", Json.object().put("turns", 1));
        String ends = branching("Listed");
        Eventually.happens("one ends", () -> run(ends).path("state").asText().equals("completed"));

        Page page = chromium.open("/runs");
        page.locator("form.filters [name=workflow]").selectOption("tireless");
        page.locator("form.filters [name=state]").selectOption("active");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter"))
                .click();
        assertThat(page.locator("main a[href='/runs/" + waits + "']")).hasCount(1);
        assertThat(page.locator("main a[href='/runs/" + ends + "']")).hasCount(0);
        page.locator("form.filters [name=state]").selectOption("completed");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter"))
                .click();
        assertThat(page.locator("main")).containsText("No such run");
    }
}
