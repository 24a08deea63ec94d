package dev.gangway.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Try it and the steps of workflows send is what the provider's document says, not JSON alone; and once.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SentAsDescribedTest {
    private static final Server SERVER = Server.shared();
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Echo, version: '1'}
            paths:
              /form:
                post:
                  operationId: sendForm
                  requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}, b: {type: array, items: {type: string}}}}, example: {a: x y, b: [one, two]}}}}
                  responses: {'200': {description: ok}}
              /text:
                post:
                  operationId: sendText
                  requestBody: {content: {text/plain: {schema: {type: string}, example: hello}}}
                  responses: {'200': {description: ok}}
              /files:
                post:
                  operationId: sendFile
                  requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}, note: {type: string}}}, example: {file: aGVsbG8=, note: of today}}}}
                  responses: {'200': {description: ok}}
              /found:
                get:
                  operationId: find
                  parameters: [{name: by, in: query, style: deepObject, explode: true, required: true, schema: {type: object, required: [name], properties: {name: {type: string}}}, example: {name: a b}}]
                  responses: {'200': {description: ok}}
              /moved:
                get: {operationId: readMoved, responses: {'302': {description: elsewhere}}}
              /long:
                get: {operationId: readLong, responses: {'200': {description: ok}}}
              /orders:
                post: {operationId: order, responses: {'200': {description: ok}}}
            """;
    private static final String LONG = "x".repeat(10 << 20);
    private static final Upstream ECHO = new Upstream((request, out) -> {
        boolean moved = request.line().startsWith("GET /moved");
        String head = moved ? "302 Found\r\nLocation: /here" : "200 OK";
        String body = request.line().startsWith("GET /long") ? "{\"text\": \"%s\"}".formatted(LONG) : "{}";
        out.write("HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(head, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII));
    });

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @BeforeAll
    static void describe() throws InterruptedException {
        String job = SERVER.admin(
                        "POST", "/api/v1/providers/echo/imports", Json.object().put("document", DOCUMENT))
                .path("id")
                .asText();
        Eventually.happens(
                "the document is imported",
                () -> SERVER.admin("/api/v1/imports/" + job)
                        .path("state")
                        .asText()
                        .equals("done"));
        for (String environment : new String[] {"sandbox", "production"}) {
            ObjectNode connection = Json.object().put("provider", "echo").put("server", ECHO.url());
            connection.put("environment", environment).putObject("credentials");
            SERVER.admin("PUT", "/api/v1/connections/echo-" + environment, connection);
        }
    }

    @AfterAll
    static void close() throws IOException {
        ECHO.close();
        SERVER.admin("DELETE", "/api/v1/connections/echo-sandbox", null);
        SERVER.admin("DELETE", "/api/v1/connections/echo-production", null);
        SERVER.admin("DELETE", "/api/v1/providers/echo", null);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page opened(String operation, String connection) {
        Page page = chromium.open("/explorer/echo/" + operation);
        page.getByLabel("Connection").selectOption(connection);
        return page;
    }

    private static Upstream.Seen latest() {
        return ECHO.seen().getLast();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
            sendForm ~ POST /form ~ a=x%20y&b=one&b=two
            sendText ~ POST /text ~ hello
            find ~ GET /found?by%5Bname%5D=a%20b ~
            sendFile ~ POST /files ~ name="file"; filename="file"[^$]+\\r\\n\\r\\nhello\\r\\n
            """)
    void both_send_what_the_document_says(String operation, String line, String body) {
        Page page = opened(operation, "echo-sandbox");
        if (operation.equals("find")) {
            page.locator("gw-form.parameter").getByRole(AriaRole.TEXTBOX).fill("a b");
        }
        page.waitForResponse("**/gateway/**", () -> press(page, "Send"));
        sent(line, body);

        ObjectNode with = Json.object().put("operationId", operation);
        with.putObject("document").put("endpoint", "gangway:echo");
        with.putObject("authentication").put("use", "echo-sandbox");
        with.set(
                "parameters",
                Json.parse(
                        switch (operation) {
                            case "sendForm" -> "{\"body\": {\"a\": \"x y\", \"b\": [\"one\", \"two\"]}}";
                            case "sendText" -> "{\"body\": \"hello\"}";
                            case "find" -> "{\"by\": {\"name\": \"a b\"}}";
                            default -> "{\"body\": {\"file\": \"aGVsbG8=\", \"note\": \"of today\"}}";
                        }));
        ObjectNode test = Json.object();
        test.putObject("task").putObject("ask").put("call", "openapi").set("with", with);
        JsonNode tested = SERVER.admin("POST", "/api/v1/workflow-tests", test);
        assertThat(tested.path("error").isNull()).as(tested.toString()).isTrue();
        sent(line, body);
    }

    private static void sent(String line, String body) {
        assertThat(latest().line()).startsWith(line + " HTTP");
        if (body == null) {
            assertThat(latest().text()).isEmpty();
        } else {
            assertThat(latest().text()).containsPattern(body);
        }
    }

    @Test
    void a_redirect_is_shown_and_not_followed() {
        Page page = opened("readMoved", "echo-sandbox");
        press(page, "Send");
        assertThat(page.locator("gw-response")).containsText("302");
        page.locator("gw-response").getByText("Headers").click();
        assertThat(page.locator("gw-response")).containsText(Pattern.compile("location\\s*/here"));
        assertThat(latest().line()).startsWith("GET /moved");
    }

    @Test
    void an_answer_of_one_very_long_text_is_shown() {
        Page page = opened("readLong", "echo-sandbox");
        press(page, "Send");
        assertThat(page.locator("gw-response")).containsText("200");
        assertThat(page.locator("gw-tree .leaf")).containsText(Pattern.compile("x{9000}"));
        assertThat(page.locator("gw-tree .leaf")).not().containsText(Pattern.compile("x{10001}"));
        press(page, "Show more: 10,475,762 characters left");
        assertThat(page.locator("gw-tree .leaf")).containsText(Pattern.compile("x{90000}"));
    }

    @Test
    void a_write_to_production_is_sent_once_however_often_it_is_asked_for() {
        Page page = opened("order", "echo-production");
        int before = ECHO.seen().size();
        page.keyboard().press("Control+Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Control+Enter");
        page.keyboard().press("Control+Enter");
        page.waitForResponse("**/gateway/**", () -> press(page, "Send to production"));
        assertThat(page.locator("gw-response")).containsText("200");
        page.waitForTimeout(200);
        assertThat(ECHO.seen()).hasSize(before + 1);
    }
}
