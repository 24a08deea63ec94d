package dev.gangway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.OperationModel.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Documents to read, and short ways to look into what was read.
final class Samples {
    static final Path PARTNER_API = Path.of("../wire/src/main/resources/dev/gangway/wire/partner-api.yaml");
    static final Path ADMIN_API = Path.of("../app/src/main/resources/dev/gangway/app/admin-api.yaml");
    private static final Path PLAID = Path.of("../../shared/specs/plaid-2020-09-14.yml.gz");

    private Samples() {}

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Plaid's own document, which is no part of this repository: the test is skipped where it is not beside it.
    static byte[] plaid() {
        Assumptions.assumeTrue(Files.exists(PLAID), "there is no " + PLAID);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(PLAID))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Api read(byte[] bytes) {
        Reading reading = ApiReader.read(bytes, ReadOptions.STANDARD);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).api();
    }

    static Api read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(String document) {
        Reading reading = ApiReader.read(document.getBytes(StandardCharsets.UTF_8), ReadOptions.STANDARD);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).reason();
    }

    /// A document of OpenAPI 3.0 with one operation `send`, whose body is `schema` (YAML in braces).
    static Api withBody(String schema, String... components) {
        return read(document("3.0.3", schema, components));
    }

    static String document(String version, String schema, String... components) {
        return """
                openapi: %s
                info: {title: Sample, version: "1"}
                paths:
                  /send:
                    post:
                      operationId: send
                      requestBody:
                        content:
                          application/json:
                            schema: %s
                      responses:
                        "200": {description: done}
                components:
                  schemas:
                    Unused: {type: string}
                    %s
                """.formatted(version, schema, String.join("\n    ", components));
    }

    static OperationModel operation(Api api, String id) {
        return api.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    static List<Row> body(Api api, String id) {
        return operation(api, id).request().map(Media::rows).orElseThrow();
    }

    static List<Row> sent(Api api) {
        return body(api, "send");
    }

    static Row row(List<Row> rows, String path) {
        return rows.stream()
                .filter(row -> row.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(path + " in " + paths(rows)));
    }

    static List<String> paths(List<Row> rows) {
        return rows.stream().map(Row::path).toList();
    }

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
