package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Each operation of a large document that is not ours has a page, and each field of its body a place in the form.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryOperationInABrowserTest {
    private static final Path PLAID = Path.of("../../shared/specs/plaid-2020-09-14.yml.gz");
    private static final String PROVIDER = "whole-plaid";
    private static final Server SERVER = Server.shared();

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    private static List<String> operations;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(PLAID), "there is no " + PLAID);
        ObjectNode document = Json.object().put("source", "plaid.yml.gz");
        document.put("compressed", Base64.getEncoder().encodeToString(Files.readAllBytes(PLAID)));
        String job = SERVER.admin("POST", "/api/v1/providers/" + PROVIDER + "/imports", document)
                .path("id")
                .asText();
        Eventually.happens(
                "the document is imported",
                () -> SERVER.admin("/api/v1/imports/" + job)
                        .path("state")
                        .asText()
                        .equals("done"));
        operations = new ArrayList<>();
        String path = "/api/v1/providers/" + PROVIDER + "/operations?limit=200";
        JsonNode page = SERVER.admin(path);
        while (true) {
            page.path("items").forEach(item -> operations.add(item.path("id").asText()));
            if (!page.path("next").isTextual()) {
                return;
            }
            page = SERVER.admin(path + "&after=" + page.path("next").asText());
        }
    }

    @AfterAll
    static void stop() {
        if (operations != null) {
            SERVER.admin("DELETE", "/api/v1/providers/" + PROVIDER, null);
        }
    }

    @Test
    void has_a_page() {
        assertThat(operations).hasSize(329);
        Page page = chromium.open("/explorer");
        for (String operation : operations) {
            APIResponse answer = page.request().get(SERVER.url() + "/explorer/" + PROVIDER + "/" + operation);
            assertThat(answer.status()).as(operation).isEqualTo(200);
            assertThat(answer.text()).as(operation).contains("Try it", "id=\"responses\"");
        }
    }

    @Test
    void has_every_field_of_its_body_in_the_form() throws IOException {
        Page page = chromium.open("/explorer/" + PROVIDER + "/" + operations.getFirst());
        page.locator("gw-form").first().waitFor();
        JsonNode told = Json.MAPPER.valueToTree(
                page.evaluate(script(), Map.of("provider", PROVIDER, "operations", operations)));
        assertThat(told.path("fields").asInt()).isGreaterThan(2_000);
        assertThat(told.path("absent").valueStream().map(JsonNode::asText)).isEmpty();
    }

    private static String script() throws IOException {
        try (InputStream in = EveryOperationInABrowserTest.class.getResourceAsStream("every-field.js")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("async (")); // behind the comment
        }
    }
}
