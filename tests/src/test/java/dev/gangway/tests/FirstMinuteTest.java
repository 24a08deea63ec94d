package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What somebody sees who has just cloned: one command, in a process of its own, on an empty data folder.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstMinuteTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path home; // PostgreSQL's own user owns parts of it

    @Test
    void up_prints_what_to_do_next_and_it_works_until_it_is_told_to_stop() throws Exception {
        GangwayProcess first = GangwayProcess.up(home);
        String url = first.awaitUrl();
        assertThat(first.printed()).contains("/sign-in/", "curl", "/beta/partner/customer/v1/create", "Docs");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("demo.env"))))
                .isEqualTo("rw-------");
        assertThat(first.demo().keySet())
                .containsExactly(
                        "GANGWAY_URL",
                        "GANGWAY_TOKEN",
                        "PLAID_BASE_URL",
                        "PLAID_CLIENT_ID",
                        "PLAID_SECRET_SANDBOX",
                        "PLAID_SECRET_PRODUCTION");
        assertThat(create(url, first.demo(), "First minute")).contains("requirements_due");
        assertThat(first.stop()).as("SIGTERM").isEqualTo(143);

        GangwayProcess second = GangwayProcess.up(home);
        String moved = second.awaitUrl();
        assertThat(second.printed()).doesNotContain("/sign-in/");
        assertThat(second.demo()).containsEntry("GANGWAY_URL", moved);
        assertThat(create(moved, second.demo(), "First minute")).contains("CUSTOMER_ALREADY_CREATED");
        second.stop();
    }

    @Test
    void the_link_that_is_printed_leads_to_a_real_answer_with_two_presses() throws Exception {
        try (Chromium chromium = Chromium.signedIn();
                GangwayProcess first = GangwayProcess.up(home)) {
            String url = first.awaitUrl();
            Matcher link = Pattern.compile("http\\S+/sign-in/\\S+").matcher(first.printed());
            assertThat(link.find()).isTrue();
            Page page = chromium.openAsStranger("/");
            page.navigate(link.group());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL(url + "/explorer/partner/betaPartnerCustomerV1Create");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Send").setExact(true))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("gw-response")).containsText("requirements_due");
            assertThat(page.content())
                    .doesNotContain(first.demo().get("PLAID_SECRET_SANDBOX"))
                    .doesNotContain(first.demo().get("GANGWAY_TOKEN"));
            chromium.assertNoComplaints();
        }
    }

    /// What a command says must be out before its process ends, also where it is one text of many lines.
    @Test
    void a_command_prints_what_it_found_and_ends() throws Exception {
        try (GangwayProcess first = GangwayProcess.up(home)) {
            List<String> server =
                    List.of("--url", first.awaitUrl(), "--token", first.demo().get("GANGWAY_TOKEN"));
            for (List<String> command : List.of(
                    List.of("partner", "list"),
                    List.of("partner", "list", "--json"),
                    List.of("provider", "show", "partner"))) {
                List<String> line = new ArrayList<>(command);
                line.addAll(server);
                GangwayProcess client = GangwayProcess.run(home, line);
                client.await(command.contains("provider") ? "2020-09-14" : "Demo Partner");
                assertThat(client.exitCode()).isZero();
            }
        }
    }

    @Test
    void a_second_one_on_the_same_folder_is_refused_with_a_reason() throws Exception {
        try (GangwayProcess first = GangwayProcess.up(home)) {
            first.awaitUrl();
            GangwayProcess second = GangwayProcess.up(home);
            second.await(home.toString());
            assertThat(second.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void mode_production_names_everything_that_it_lacks() throws Exception {
        GangwayProcess production = GangwayProcess.up(home, "--mode", "production");
        production.await("mode production lacks");
        production.await("database.url (GANGWAY_DATABASE_URL)");
        production.await("vault.key-file");
        production.await("public-url");
        assertThat(production.exitCode()).isEqualTo(2);
    }

    private static String create(String url, Map<String, String> demo, String application) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/beta/partner/customer/v1/create"))
                .header("Content-Type", "application/json")
                .header("PLAID-CLIENT-ID", demo.get("PLAID_CLIENT_ID"))
                .header("PLAID-SECRET", demo.get("PLAID_SECRET_SANDBOX"))
                .POST(BodyPublishers.ofString(Bodies.little(application).toString()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
