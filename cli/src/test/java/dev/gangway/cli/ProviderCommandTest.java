package dev.gangway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderCommandTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_import_is_followed_to_its_end() {
        server.answers(202, "{\"id\":\"imp_1\",\"state\":\"waiting\"}")
                .answers(200, "{\"id\":\"imp_1\",\"state\":\"storing\"}")
                .answers(200, "{\"id\":\"imp_1\",\"state\":\"done\"}");
        Outcome outcome = server.run("provider", "add", "harbour", "https://harbour.example/openapi.yaml");
        assertThat(outcome.out()).isEqualTo("""
                id     imp_1
                state  done
                """);
        assertThat(outcome.code()).isZero();
        assertThat(server.asked())
                .extracting(FakeServer.Asked::line)
                .containsExactly(
                        "POST /api/v1/providers/harbour/imports",
                        "GET /api/v1/imports/imp_1",
                        "GET /api/v1/imports/imp_1");
        assertThat(server.asked().getFirst().body()).isEqualTo("{\"url\":\"https://harbour.example/openapi.yaml\"}");
    }

    @Test
    void an_import_need_not_be_waited_for() {
        server.answers(202, "{\"id\":\"imp_1\",\"state\":\"waiting\"}");
        assertThat(server.run("provider", "add", "harbour", "https://h.example/a.yaml", "--no-wait")
                        .code())
                .isZero();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_refused_document_is_a_failure() {
        server.answers(202, "{\"state\":\"refused\",\"reason\":\"The document is empty.\"}");
        Outcome outcome = server.run("provider", "add", "harbour", "https://h.example/a.yaml");
        assertThat(outcome.code()).isEqualTo(Cli.REFUSED);
        assertThat(outcome.out()).contains("The document is empty.");
    }

    @Test
    void a_file_is_sent_compressed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.1.0");
        server.answers(202, "{\"state\":\"done\"}");
        server.run("provider", "add", "harbour", file.toString());
        String body = server.asked().getFirst().body();
        assertThat(body).startsWith("{\"compressed\":\"");
        byte[] sent = Base64.getDecoder().decode(body.substring(15, body.length() - 2));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes())
                .isEqualTo("openapi: 3.1.0".getBytes(UTF_8));
    }

    @Test
    void a_file_that_is_not_there_is_wrong_usage() {
        assertThat(server.run("provider", "add", "harbour", "/nowhere/api.yaml").code())
                .isEqualTo(Cli.USAGE);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void operations_are_found_by_words() {
        server.answers(200, """
                {"hits":[{"provider":"harbour","operation":{"id":"pay","method":"POST","path":"/pay",
                "summary":"Move money"}}],"words":["pay"],"corrected":false}""");
        assertThat(server.run("search", "move", "money", "--provider=harbour").out())
                .isEqualTo("""
                PROVIDER  ID   METHOD  PATH  SUMMARY
                harbour   pay  POST    /pay  Move money
                """);
        assertThat(server.onlyRequest()).isEqualTo("GET /api/v1/search?q=move%20money&provider=harbour");
    }
}
