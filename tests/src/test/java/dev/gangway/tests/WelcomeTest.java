package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Route;
import dev.gangway.wire.PlaidError;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The pages for people, as a started server answers them.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WelcomeTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    @Test
    void every_link_on_the_welcome_page_leads_somewhere() {
        HttpResponse<String> welcome = get("/");
        assertThat(welcome.statusCode()).isEqualTo(200);
        assertThat(welcome.body()).contains("curl " + Server.shared().url() + "/beta/partner/customer/v1/create");
        assertThat(links(welcome.body()))
                .contains("/docs", "/openapi/partner-api.yaml", "/health/ready")
                .allSatisfy(link -> assertThat(get(link).statusCode()).isEqualTo(200));
    }

    @Test
    void the_reference_has_every_operation() {
        String reference = get("/docs").body();
        assertThat(Server.shared().routes().stream().map(Route::path))
                .allSatisfy(path -> assertThat(reference).contains("<code>" + path + "</code>"));
    }

    @Test
    void the_documentation_url_of_every_error_leads_to_its_section() {
        String errors = get("/docs/errors").body();
        assertThat(PlaidError.values())
                .allSatisfy(error -> assertThat(errors)
                        .contains(
                                "id=\"" + error.type().toLowerCase(Locale.ROOT) + "\"",
                                "<code>" + error.code() + "</code>"));
    }

    @Test
    void pages_are_fresh_and_the_style_sheet_is_kept() {
        HttpResponse<String> welcome = get("/");
        assertThat(welcome.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(welcome.headers().firstValue("Content-Security-Policy")).isPresent();
        String sheet = links(welcome.body())
                .filter(link -> link.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        assertThat(get(sheet).headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
    }

    @Test
    void a_link_that_nobody_made_is_gone() {
        assertThat(get("/sign-in/nobody-made-this").statusCode()).isEqualTo(410);
    }

    private static HttpResponse<String> get(String path) {
        return Server.shared().send(Server.shared().request(path).build());
    }

    private static Stream<String> links(String page) {
        return LINK.matcher(page).results().map((MatchResult match) -> match.group(1));
    }
}
