package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Eventually;
import dev.gangway.base.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A document of 20 MB is one like any other.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LargeDocumentTest {
    private static final int OPERATIONS = 6_000;
    private static final int FIELDS = 20;
    private static final int SIZE = 20_000_000; // bytes
    private static final Server SERVER = Server.shared();

    private static byte[] document() {
        ObjectNode document = Json.object().put("openapi", "3.0.3");
        document.putObject("info").put("title", "Large").put("version", "1");
        document.putArray("servers").addObject().put("url", "https://large.example");
        ObjectNode paths = document.putObject("paths");
        for (int number = 0; number < OPERATIONS; number++) {
            ObjectNode operation = paths.putObject("/things/" + number)
                    .putObject("post")
                    .put("operationId", "thing" + number)
                    .put("summary", "Make thing " + number);
            operation
                    .putObject("requestBody")
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema(number));
            operation.putObject("responses").putObject("204").put("description", "Made.");
        }
        return Json.bytes(document);
    }

    private static ObjectNode schema(int number) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode fields = schema.putObject("properties");
        for (int field = 0; field < FIELDS; field++) {
            fields.putObject("field_%d_of_%d".formatted(field, number))
                    .put("type", "string")
                    .put(
                            "description",
                            "What field %d of thing %d is good for, in as many words as it takes to fill a large document, and no fewer."
                                    .formatted(field, number));
        }
        return schema;
    }

    private static String packed(byte[] document) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(document);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    @Test
    void it_is_imported_whole_and_its_last_field_is_found() throws Exception {
        byte[] document = document();
        assertThat(document.length).isGreaterThan(SIZE);
        ObjectNode body = Json.object().put("compressed", packed(document)).put("source", "large.json.gz");
        String id = SERVER.admin("POST", "/api/v1/providers/large/imports", body)
                .path("id")
                .asText();
        Eventually.happens(
                "it is imported", () -> job(id).path("state").asText().equals("done"));
        assertThat(SERVER.admin("/api/v1/providers/large").path("operations").asInt())
                .isEqualTo(OPERATIONS);
        assertThat(SERVER.admin("/api/v1/search?q=field_19_of_5999").toString()).contains("thing5999");
        SERVER.admin("DELETE", "/api/v1/providers/large", null);
    }

    private static JsonNode job(String id) {
        JsonNode job = SERVER.admin("/api/v1/imports/" + id);
        assertThat(job.path("state").asText()).as(job.toString()).isNotEqualTo("refused");
        return job;
    }
}
