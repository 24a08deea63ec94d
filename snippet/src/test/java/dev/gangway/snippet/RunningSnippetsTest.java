package dev.gangway.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Place;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Snippets, run by the languages themselves against a server that sends back what it was sent.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RunningSnippetsTest {
    private static final EchoServer SERVER = new EchoServer();
    private static final Map<String, String> VARIABLES = Map.of(
            "GANGWAY_TOKEN", "gwt_0123456789",
            "SHOP_CLIENT_ID", "client",
            "SHOP_SECRET", "s3cret",
            "SHOP_USERNAME", "anna",
            "SHOP_PASSWORD", "pass:word",
            "SHOP_ACCESS_TOKEN", "a+b/c=&d e");

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<Language> languages() {
        return Running.languages();
    }

    private String run(Language language, SnippetCall call) {
        return Running.run(language, Snippets.text(language, call), folder, VARIABLES);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_nested_body_arrives_as_it_was_filled_in(Language language) {
        JsonNode body = Shop.json("""
                {"access_token": "never shown", "secret": "never shown either",
                 "note": "It's \\"5\\" \\\\ $HOME ${HOME} `id` $(id) #{1} {{x}} %s %d\\r\\n\\ttab </script> <?php ?> <!-- 'JSON'\\nJSON",
                 "emoji": "👩‍👩‍👧 🏳️‍🌈 ß é 漢字 \\u202e\\u2028\\u0000\\u001b\\ufeff",
                 "lines": [{"sku": "A-1", "count": 2, "tags": ["new", "blue"]}, {"sku": "B", "count": 0, "tags": []}],
                 "numbers": {"whole": 42, "negative": -7, "decimal": 0.1, "small": 1e-7},
                 "matrix": [[1, 2], [3]], "empty": {}, "none": null, "yes": true, "no": false,
                 "__proto__": "data", "0": "zero", "1": "one", "with space": 1, "quo'te\\"": 2, "class": 3}
                """);

        String printed = run(language, Shop.gateway(SERVER.url(), "createOrder", Shop.parameters(), body));

        ObjectNode expected = body.deepCopy();
        expected.remove("secret");
        expected.put("access_token", "a+b/c=&d e");
        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.target()).isEqualTo("/gateway/shop-live/orders");
        assertThat(seen.header("authorization")).isEqualTo("Bearer gwt_0123456789");
        assertThat(seen.header("content-type")).startsWith("application/json");
        assertSame(expected, Json.parse(seen.body()));
        assertSame(expected, Json.parse(printed));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void numbers_keep_every_digit(Language language) {
        JsonNode body = Shop.json("""
                {"big": 12345678901234567890123, "long": 9007199254740993, "exact": 0.12345678901234567891,
                 "huge": 1e400, "note": "with \\"quotes\\", ''' and \\"\\"\\" and `ticks` and \\\\ and ${SHOP_ACCESS_TOKEN}",
                 "access_token": "never shown", "half": "\\ud83d"}""");

        run(language, Shop.gateway(SERVER.url(), "createOrder", Shop.parameters(), body));

        ObjectNode expected = body.deepCopy();
        expected.put("access_token", "a+b/c=&d e");
        assertSame(expected, Json.parse(SERVER.only().body()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void any_text_survives(Language language) {
        ArrayNode texts = Json.array();
        for (long seed = 0; seed < 300; seed++) {
            texts.add(text(new SplittableRandom(seed)));
        }
        JsonNode body = Json.object().set("texts", texts);

        run(language, Shop.gateway(SERVER.url(), "createOrder", Shop.parameters(), body));

        assertThat(Json.parse(SERVER.only().body())).isEqualTo(body);
    }

    /// Characters that mean something to one of the languages or to a reader, in any order.
    static String text(RandomGenerator random) {
        String pieces =
                "'\"\\$`#{}%()[]<>!&|;*?~^@=+-/,.: \n\r\t\0\u0001\u001b\u007f\u0085\u00a0\u2028\u202e\ufeffaZ09_uxnrt";
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int index = 0; index < length; index++) {
            if (random.nextInt(8) == 0) {
                text.append(
                        List.of("😀", "é", "漢", "</script>", "<?php", "?>", "'''", "\"\"\"", "${", "\\u0041", "JSON")
                                .get(random.nextInt(11)));
            } else {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void parameters_arrive_in_their_places_and_styles(Language language) {
        Map<At, JsonNode> parameters = Shop.parameters();
        parameters.put(Shop.query("limit"), Shop.json("10"));
        parameters.put(Shop.query("state"), Shop.json("[\"open\", \"on hold & more\"]"));
        parameters.put(Shop.query("sort"), Shop.json("[\"a\", \"b,c\"]"));
        parameters.put(Shop.query("filter"), Shop.json("{\"from\": \"é=ü\", \"a b\": 1}"));
        parameters.put(Shop.query("access_token"), Shop.json("\"never shown\""));
        parameters.put(new At(Place.HEADER, "Accept-Language"), Shop.json("\"de, en;q=0.5\""));
        parameters.put(new At(Place.COOKIE, "theme"), Shop.json("\"dark\""));

        run(language, Shop.direct(SERVER.url(), "listOrders", parameters, null));

        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.method()).isEqualTo("GET");
        assertThat(seen.target().replace("%20", "+"))
                .isEqualToIgnoringCase("/orders?limit=10&state=open&state=on+hold+%26+more&sort=a,b%2Cc"
                        + "&filter%5Bfrom%5D=%C3%A9%3D%C3%BC&filter%5Ba+b%5D=1&access_token=a%2Bb%2Fc%3D%26d+e");
        assertThat(seen.header("shop-client-id")).isEqualTo("client");
        assertThat(seen.header("shop-secret")).isEqualTo("s3cret");
        assertThat(seen.header("accept-language")).isEqualTo("de, en;q=0.5");
        assertThat(seen.header("cookie")).isEqualTo("theme=dark");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_form_arrives_field_by_field(Language language) {
        JsonNode body = Shop.json("""
                {"amount": 12, "metadata": {"a b": "c&d=é", "list": ["x", "y"]}, "note": "line\\nbreak 'q' \\"d\\" \\u001b"}""");

        run(language, Shop.direct(SERVER.url(), "pay", Shop.parameters(), body));

        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.header("content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(seen.header("authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("anna:pass:word".getBytes(StandardCharsets.UTF_8)));
        assertThat(Stream.of(new String(seen.body(), StandardCharsets.UTF_8).split("&"))
                        .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrder(
                        "amount=12",
                        "metadata[a b]=c&d=é",
                        "metadata[list]=x",
                        "metadata[list]=y",
                        "note=line\nbreak 'q' \"d\" \u001b");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_file_arrives_byte_by_byte_in_its_part(Language language) throws IOException {
        byte[] picture = new byte[5_000];
        new SplittableRandom(7).nextBytes(picture);
        Files.write(folder.resolve("it's a, logo;1.png"), picture);
        JsonNode body = Shop.json("{\"title\": \"@Blue; \\\"Water\\\"\", \"picture\": \"it's a, logo;1.png\"}");

        run(language, Shop.gateway(SERVER.url(), "addPicture", Shop.parameters(), body));

        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.header("content-type")).startsWith("multipart/form-data; boundary=");
        String text = new String(seen.body(), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains("name=\"title\"\r\n")
                .contains("\r\n\r\n@Blue; \"Water\"\r\n")
                .contains("name=\"picture\"; filename=\"it's a, logo;1.png\"\r\n")
                .contains("\r\n\r\n" + new String(picture, StandardCharsets.ISO_8859_1) + "\r\n--");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_file_may_be_the_whole_body(Language language) throws IOException {
        byte[] picture = new byte[5_000];
        new SplittableRandom(8).nextBytes(picture);
        Files.write(folder.resolve("logo.png"), picture);

        run(language, Shop.gateway(SERVER.url(), "replacePicture", Shop.parameters(), Shop.json("\"logo.png\"")));

        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.method()).isEqualTo("PUT");
        assertThat(seen.header("content-type")).isEqualTo("image/png");
        assertThat(seen.body()).isEqualTo(picture);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void plain_text_is_sent_as_it_is(Language language) {
        String note = "@home 'single' \"double\" $HOME\nsecond line 👍";

        run(language, Shop.gateway(SERVER.url(), "addNote", Shop.parameters(), Json.MAPPER.valueToTree(note)));

        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.method()).isEqualTo("PATCH");
        assertThat(seen.header("content-type")).startsWith("text/plain");
        assertThat(new String(seen.body(), StandardCharsets.UTF_8)).isEqualTo(note);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_request_without_a_body_has_none(Language language) {
        Map<At, JsonNode> parameters = Shop.parameters();
        parameters.put(new At(Place.PATH, "order"), Shop.json("\"a/b c?é\""));

        run(language, Shop.gateway(SERVER.url(), "cancelOrder", parameters, null));

        EchoServer.Seen seen = SERVER.only();
        assertThat(seen.method()).isEqualTo("DELETE");
        assertThat(seen.target()).isEqualTo("/gateway/shop-live/orders/a%2Fb%20c%3F%C3%A9");
        assertThat(seen.body()).isEmpty();
    }

    /// Numbers are the same when their values are, whatever they look like.
    private static void assertSame(JsonNode expected, JsonNode actual) {
        Comparator<JsonNode> byValue = (one, other) -> one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
        assertThat(expected.equals(byValue, actual)).as(actual.toString()).isTrue();
    }
}
