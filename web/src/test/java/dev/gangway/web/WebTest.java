package dev.gangway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.access.OneTimeLinks;
import dev.gangway.access.Sessions;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Answer;
import dev.gangway.base.Failure;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.storage.Database;
import dev.gangway.storage.SettableClock;
import dev.gangway.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebTest {
    private static final Reference REFERENCE = new Reference(
            List.of(
                    new Reference.Failure(404, "PARTNER_ERROR", "CUSTOMER_NOT_FOUND", "not <found>", Optional.empty()),
                    new Reference.Failure(429, "RATE_LIMIT_EXCEEDED", "RATE_LIMIT", "too many", Optional.of("wait"))),
            List.of(new Reference.Requirement("cra_*", List.of("questionnaires.cra"))),
            List.of(new Reference.Interface(
                    "Partner API",
                    "/openapi/partner-api.yaml",
                    List.of(new Reference.Operation("POST", "/partner/customer/get", "Reads a customer.")))));

    private final Database database = TestDatabase.fresh("audit", "access");
    private final SettableClock clock = new SettableClock();
    private final OneTimeLinks links = new OneTimeLinks(database, clock);
    private final Sessions sessions = new Sessions(database, clock, new AuditTrail(database, clock, List::of), links);
    private final Assets assets = new Assets();
    private final Shell shell = new Shell(
            assets,
            List.of(new Shell.Entry("/explorer", "Explorer", false), new Shell.Entry("/docs", "Reference", true)));
    private final Browser browser = browser(Optional.empty());

    private Browser browser(Optional<URI> publicUrl) {
        return new Browser(new Web(sessions, shell, assets, new Web.Places(publicUrl, "/explorer"), REFERENCE));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    class A_sign_in_link {
        private final Secret code = links.create(WorldId.MAIN);
        private final Map<String, String> path = Map.of("code", code.reveal());

        @Test
        void is_not_used_up_by_looking_at_it() {
            assertThat(browser.call("showSignIn", path).status()).isEqualTo(200);
            assertThat(Browser.text(browser.call("showSignIn", path)))
                    .contains("<form method=\"post\"><button>Sign in</button></form>");
            assertThat(browser.call("signIn", path).status()).isEqualTo(303);
        }

        @Test
        void signs_the_browser_in_that_presses_the_button() {
            Answer answer = browser.call("signIn", path);
            assertThat(answer.headers()).containsEntry("Location", "/explorer");
            assertThat(answer.headers().get("Set-Cookie"))
                    .matches("gangway_session=[0-9a-f]{64}; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict");
            assertThat(Browser.text(browser.call("showWelcome", Map.of())))
                    .contains("This browser is signed in", "Sign out");
        }

        @Test
        void works_once() {
            browser.call("signIn", path);
            assertThat(browser.call("signIn", path).status()).isEqualTo(410);
            assertThat(browser.call("showSignIn", path).status()).isEqualTo(410);
        }

        @Test
        void works_for_twenty_four_hours() {
            clock.advance(Duration.ofHours(24));
            assertThat(browser.call("showSignIn", path).status()).isEqualTo(410);
            assertThat(browser.call("signIn", path).status()).isEqualTo(410);
        }

        @Test
        void that_nobody_made_does_not_work_and_is_not_repeated() {
            Answer answer = browser.call("signIn", Map.of("code", "<script>"));
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.headers()).doesNotContainKey("Set-Cookie");
            assertThat(Browser.text(answer)).doesNotContain("<script>");
        }

        @Test
        void gives_a_cookie_for_https_only_when_the_public_address_is_https() {
            Browser outside = browser(Optional.of(URI.create("https://gangway.example")));
            assertThat(outside.call("signIn", path).headers().get("Set-Cookie")).endsWith("; Secure");
        }
    }

    @Nested
    class Signing_out {
        @Test
        void ends_the_session_and_forgets_the_cookie() {
            browser.call("signIn", Map.of("code", links.create(WorldId.MAIN).reveal()));
            Secret session = browser.session().orElseThrow();
            Answer answer = browser.call("signOut", Map.of());
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.headers().get("Set-Cookie")).startsWith("gangway_session=; Path=/; Max-Age=0;");
            assertThat(sessions.callerOf(session)).isEmpty();
            assertThat(Browser.text(browser.call("showWelcome", Map.of()))).contains("This browser is not signed in");
        }

        @Test
        void without_a_session_is_fine() {
            assertThat(browser.call("signOut", Map.of()).status()).isEqualTo(303);
        }
    }

    @Nested
    class The_welcome_page {
        @Test
        void has_the_address_that_the_browser_used() {
            browser.host("127.0.0.1:8700");
            assertThat(Browser.text(browser.call("showWelcome", Map.of())))
                    .contains("<code>http://127.0.0.1:8700</code>", "curl http://127.0.0.1:8700/beta/");
        }

        @Test
        void has_the_public_address_when_one_is_configured() {
            Browser outside = browser(Optional.of(URI.create("https://gangway.example")));
            assertThat(Browser.text(outside.call("showWelcome", Map.of())))
                    .contains("curl https://gangway.example/beta/");
        }

        @Test
        void does_not_print_a_host_that_is_none() {
            browser.host("x; rm -rf ~ #<b>");
            assertThat(Browser.text(browser.call("showWelcome", Map.of())))
                    .contains("curl http://localhost/beta/")
                    .doesNotContain("rm -rf");
        }
    }

    @Nested
    class The_reference {
        @Test
        void lists_the_operations_and_requirements() {
            assertThat(Browser.text(browser.call("showReference", Map.of())))
                    .contains("/partner/customer/get", "Reads a customer.", "<h2 id=\"partner-api\">")
                    .contains("<code>cra_*</code>", "questionnaires.cra");
        }

        @Test
        void lists_every_error_under_its_type_escaped() {
            assertThat(Browser.text(browser.call("showErrors", Map.of())))
                    .contains("<h2 id=\"partner_error\">", "CUSTOMER_NOT_FOUND", "not &lt;found&gt;")
                    .contains("<h2 id=\"rate_limit_exceeded\">", "RATE_LIMIT", "too many", "→ wait");
        }
    }

    @Nested
    class A_script {
        @Test
        void imports_others_by_the_names_of_their_contents() {
            Map<String, String> file = Map.of("file", assets.path("tree.js").substring("/assets/".length()));
            assertThat(Browser.text(browser.call("readAsset", file)))
                    .contains("from \"" + assets.path("json.js") + "\"", "from \"" + assets.path("lit") + "\"");
        }

        @Test
        void that_imports_what_is_not_there_stops_the_start() {
            assertThatThrownBy(() -> Imports.linked("a.js", "import './b.js';", assets::path))
                    .hasMessageContaining("b.js");
        }
    }

    @Nested
    class Every_page {
        @Test
        void lets_nothing_in_from_elsewhere() {
            for (String operation : List.of("showWelcome", "showReference", "showErrors", "showSignIn")) {
                Answer answer = browser.call(operation, Map.of("code", "none"));
                assertThat(answer.headers())
                        .containsEntry(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                                        + "connect-src 'self'; form-action 'self'; base-uri 'none'; "
                                        + "frame-ancestors 'none'")
                        .containsEntry("Referrer-Policy", "no-referrer");
            }
        }

        @Test
        void is_styled_by_a_sheet_that_browsers_keep() {
            String path = assets.path("gangway.css");
            assertThat(path).matches("/assets/gangway\\.[0-9a-f]{12}\\.css");
            assertThat(Browser.text(browser.call("showWelcome", Map.of()))).contains("href=\"" + path + "\"");
            Map<String, String> file = Map.of("file", path.substring("/assets/".length()));
            assertThat(browser.call("readAsset", file).headers())
                    .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
        }

        @Test
        void shows_the_explorer_to_those_only_who_are_signed_in() {
            assertThat(Browser.text(browser.call("showWelcome", Map.of())))
                    .doesNotContain("<nav aria-label=\"Main\">\n<a href=\"/explorer\"")
                    .doesNotContain("type=\"search\"");
            browser.call("signIn", Map.of("code", links.create(WorldId.MAIN).reveal()));
            assertThat(Browser.text(browser.call("showWelcome", Map.of())))
                    .contains("href=\"/explorer\"", "type=\"search\"");
        }

        @Test
        void is_sent_in_gzip_to_a_browser_that_takes_it() throws IOException {
            browser.accept("br, gzip");
            Answer answer = browser.call("showWelcome", Map.of());
            assertThat(answer.headers()).containsEntry("Content-Encoding", "gzip");
            assertThat(Browser.unpacked(answer)).contains("<h1>Welcome aboard</h1>");
        }

        @Test
        void that_is_not_there_says_so_as_a_page() {
            Answer answer = new PageErrors(shell).render("abc", new Failure.UnknownPath("/docs/<b>"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(Browser.text(answer))
                    .contains("There is no such page", "abc")
                    .doesNotContain("<b>");
        }
    }
}
