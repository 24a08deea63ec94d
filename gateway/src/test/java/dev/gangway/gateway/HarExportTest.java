package dev.gangway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HarExportTest {
    private static final Map<String, String> SERVERS =
            Map.of("plain", "http://bank.example", "ours", "", "sealed", "https://bank.example");

    private static CallRecord call(long id, String connection, String path) {
        return new CallRecord(
                new WorldId("main"),
                id,
                Instant.EPOCH.plusSeconds(id),
                "run:run_a",
                "req_" + id,
                connection,
                "bank",
                null,
                "GET",
                "bank.example",
                path,
                200,
                null,
                0,
                0,
                5,
                4,
                null,
                null,
                null);
    }

    private static JsonNode archive(List<CallRecord> calls) throws IOException {
        List<Long> ids = calls.stream().map(CallRecord::id).toList();
        HarExport export = new HarExport(
                ids,
                some -> calls.stream().filter(call -> some.contains(call.id())).toList(),
                SERVERS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out);
        return Json.parse(out.toString(StandardCharsets.UTF_8)).path("log");
    }

    private static JsonNode one(String connection, String path) throws IOException {
        return archive(List.of(call(1, connection, path))).at("/entries/0/request");
    }

    @Test
    void has_every_call_in_order_however_many_they_are() throws IOException {
        List<CallRecord> many = LongStream.range(0, 1_234)
                .mapToObj(id -> call(id, "plain", "/" + id))
                .toList();
        assertThat(archive(many).path("entries").findValuesAsText("url"))
                .isEqualTo(many.stream()
                        .map(call -> "http://bank.example" + call.path())
                        .toList());
    }

    @Test
    void without_calls_it_is_an_archive_still() throws IOException {
        assertThat(archive(List.of()).path("entries")).isEmpty();
        assertThat(archive(List.of()).path("version").asText()).isEqualTo("1.2");
    }

    @Test
    void a_call_has_the_scheme_of_its_server() throws IOException {
        assertThat(one("plain", "/").path("url").asText()).startsWith("http://");
        assertThat(one("ours", "/").path("url").asText()).startsWith("http://");
        assertThat(one("sealed", "/").path("url").asText()).startsWith("https://");
        assertThat(one("no-more", "/").path("url").asText()).startsWith("https://");
    }

    @Test
    void a_query_is_taken_apart() throws IOException {
        assertThat(one("plain", "/a?to=a%20b&all&x=1=2&bad=%zz")
                        .path("queryString")
                        .toString())
                .isEqualTo("[{\"name\":\"to\",\"value\":\"a b\"},{\"name\":\"all\",\"value\":\"\"},"
                        + "{\"name\":\"x\",\"value\":\"1=2\"},{\"name\":\"bad\",\"value\":\"%zz\"}]");
    }
}
