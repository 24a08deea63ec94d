package dev.gangway.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.Property;
import dev.gangway.openapi.OperationModel.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnippetsTest {
    private static final String HERE = "http://localhost:8700";
    private static final String BODY = """
            {"access_token": "hidden-in-body", "secret": "hidden-credential", "note": "It's \\"5\\"",
             "lines": [{"sku": "A-1", "count": 2}], "tags": ["new", "blue"], "gift": true, "coupon": null}""";

    private static SnippetCall order() {
        return Shop.gateway(HERE, "createOrder", Shop.parameters(), Shop.json(BODY));
    }

    private static SnippetCall list() {
        Map<At, JsonNode> parameters = Shop.parameters();
        parameters.put(Shop.query("limit"), Shop.json("10"));
        parameters.put(Shop.query("state"), Shop.json("[\"open\"]"));
        return Shop.direct("https://api.shop.example", "listOrders", parameters, null);
    }

    /// The files say what people get; whoever changes a writer reads them again.
    @Nested
    class Reads_as_if_written_by_hand {
        @ParameterizedTest
        @EnumSource(Language.class)
        void through_the_gateway(Language language) throws IOException {
            assertThat(Snippets.text(language, order())).isEqualTo(golden("order", language));
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void straight_to_the_provider(Language language) throws IOException {
            assertThat(Snippets.text(language, list())).isEqualTo(golden("list", language));
        }

        private static String golden(String name, Language language) throws IOException {
            String file = name + "-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
            try (InputStream in = SnippetsTest.class.getResourceAsStream(file)) {
                return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void as_gofmt_would_have_it(@TempDir Path folder) throws IOException {
            Running.assumePresent(Language.GO, folder);
            for (SnippetCall call : List.of(order(), list(), picture(), payment())) {
                Files.writeString(folder.resolve("example.go"), Snippets.text(Language.GO, call));
                assertThat(Running.execute(List.of("gofmt", "-d", "example.go"), folder, Map.of()))
                        .isEmpty();
            }
        }
    }

    private static SnippetCall picture() {
        JsonNode body = Shop.json("{\"title\": \"Blue\", \"picture\": \"logo.png\"}");
        return Shop.gateway(HERE, "addPicture", Shop.parameters(), body);
    }

    private static SnippetCall payment() {
        return Shop.direct(HERE, "pay", Shop.parameters(), Shop.json("{\"amount\": 12}"));
    }

    @Nested
    class Never_shows_a_secret {
        @ParameterizedTest
        @EnumSource(Language.class)
        void wherever_it_was_filled_in(Language language) {
            Property.forAll(RunningSnippetsTest::text, text -> {
                String secret = "hidden" + text;
                ObjectNode body = Json.object()
                        .put("access_token", secret)
                        .put("secret", secret)
                        .put("client_id", secret);
                Map<At, JsonNode> parameters = Shop.parameters();
                for (Place place : Place.values()) {
                    for (String name : List.of("access_token", "SHOP-SECRET", "SHOP-CLIENT-ID", "Authorization")) {
                        parameters.put(new At(place, name), Json.MAPPER.valueToTree(secret));
                    }
                }
                for (String operation : List.of("createOrder", "listOrders", "pay", "addPicture")) {
                    JsonNode sent = operation.equals("createOrder") ? body : null;
                    assertThat(Snippets.text(language, Shop.gateway(HERE, operation, parameters, sent)))
                            .doesNotContain("hidden");
                    assertThat(Snippets.text(language, Shop.direct(HERE, operation, parameters, sent)))
                            .doesNotContain("hidden");
                }
            });
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void nor_the_password_in_a_URL(Language language) {
            SnippetCall call = Shop.direct("https://anna:hidden@shop.example/", "listOrders", Shop.parameters(), null);

            assertThat(Snippets.text(language, call))
                    .contains("https://shop.example/orders")
                    .doesNotContain("hidden");
        }
    }

    @Nested
    class What_is_missing {
        @ParameterizedTest
        @EnumSource(Language.class)
        void in_the_path_shows_as_its_name(Language language) {
            SnippetCall call = Shop.direct(HERE, "cancelOrder", Shop.parameters(), null);

            assertThat(Snippets.text(language, call)).contains(HERE + "/orders/ORDER");
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void in_the_body_leaves_it_out(Language language) {
            SnippetCall call = Shop.gateway(HERE, "createOrder", Shop.parameters(), null);

            assertThat(Snippets.text(language, call)).isNotEmpty().doesNotContain("application/json");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_answer_of_bytes_becomes_a_file(Language language) {
        Map<At, JsonNode> parameters = Shop.parameters();
        parameters.put(new At(Place.PATH, "order"), Shop.json("7"));

        assertThat(Snippets.text(language, Shop.gateway(HERE, "downloadInvoice", parameters, null)))
                .contains("answer.pdf");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_line_break_makes_no_header_of_its_own(Language language) {
        Map<At, JsonNode> parameters = Shop.parameters();
        parameters.put(new At(Place.HEADER, "Accept-Language"), Shop.json("\"de\\r\\nX-Admin: yes\""));

        assertThat(Snippets.text(language, Shop.direct(HERE, "listOrders", parameters, null)))
                .contains("de X-Admin: yes");
    }

    @Test
    void a_script_in_a_page_cannot_be_ended_from_within() {
        SnippetCall call = Shop.gateway(
                HERE, "createOrder", Shop.parameters(), Shop.json("{\"note\": \"</script><!--\", \"n\": 1e400}"));

        assertThat(Snippets.text(Language.JAVASCRIPT, call)).doesNotContain("</script", "<!--");
        assertThat(Snippets.text(Language.TYPESCRIPT, call)).doesNotContain("</script", "<!--");
    }
}
