package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.microsoft.playwright.Page;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is in a body, the form and the text lose nothing of it: unknown fields, values of the wrong type, their
/// order,
/// and how numbers are written.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormKeepsBodiesTest {
    private static final int BODIES = 300;
    private static final String OPERATION = "betaPartnerCustomerV1Create";
    private static final ObjectWriter ASCII = Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    @RegisterExtension
    static final BrowserOfAClass chromium = new BrowserOfAClass();

    @Test
    void a_generated_body_comes_back_as_it_was() throws IOException {
        BodyMutations mutations = new BodyMutations(new Random(20261128));
        List<String> bodies = Stream.generate(() -> mutations.mutate(Bodies.full("Kept")))
                .flatMap(body -> object(body).stream())
                .limit(BODIES)
                .toList();
        Page page = chromium.open("/explorer/partner/" + OPERATION);
        page.locator("[data-at='company_name'] input").first().waitFor();

        JsonNode told =
                Json.MAPPER.valueToTree(page.evaluate(script(), Map.of("operation", OPERATION, "bodies", bodies)));

        int changed = 0;
        for (int at = 0; at < BODIES; at++) {
            JsonNode one = told.get(at);
            String body = bodies.get(at);
            assertThat(same(one.path("raw").asText())).isEqualTo(same(body));
            assertThat(one.path("looked").asText())
                    .as(body)
                    .isEqualTo(one.path("raw").asText());
            if (one.has("back")) {
                assertThat(one.path("changed").asBoolean())
                        .as(one.path("at").asText())
                        .isTrue();
                assertThat(one.path("back").asText())
                        .as(one.path("at").asText())
                        .isEqualTo(one.path("raw").asText());
                changed++;
            }
        }
        assertThat(changed)
                .as("bodies in which a field was changed and changed back")
                .isGreaterThan(BODIES / 2);
    }

    /// As text, when it is a JSON object.
    private static Optional<String> object(byte[] body) {
        try {
            JsonNode tree = Json.parse(body);
            return tree.isObject() ? Optional.of(ASCII.writeValueAsString(tree)) : Optional.empty();
        } catch (MalformedJson broken) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String same(String text) throws IOException {
        return ASCII.writeValueAsString(Json.parse(text));
    }

    private static String script() throws IOException {
        try (InputStream in = FormKeepsBodiesTest.class.getResourceAsStream("keeps-bodies.js")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("async (")); // behind the comment
        }
    }
}
