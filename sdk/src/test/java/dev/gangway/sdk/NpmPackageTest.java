package dev.gangway.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NpmPackageTest {
    private final Map<String, String> files = unpacked(NpmPackage.of(Samples.shop()));

    @Test
    void the_same_edition_gives_the_same_bytes() {
        assertThat(NpmPackage.of(Samples.shop())).isEqualTo(NpmPackage.of(Samples.shop()));
    }

    @Test
    void it_is_one_package_for_both_kinds_of_modules() {
        JsonNode manifest = Json.parse(file("package.json"));

        assertThat(manifest.path("name").asText()).isEqualTo("@gangway/shop");
        assertThat(manifest.path("version").asText()).isEqualTo("1.3.0");
        assertThat(manifest.has("dependencies")).isFalse();
        assertThat(files)
                .containsOnlyKeys("package.json", "README.md", "index.mjs", "index.cjs", "index.d.mts", "index.d.cts");
    }

    @Test
    void types_have_the_names_the_marks_and_the_words_of_the_document() {
        assertThat(file("index.d.mts"))
                .contains("createOrder(body: CreateOrderRequest, options?: OptionsWith<CreateOrderHeaders>)")
                .contains("createorder: Shop['createOrder'];")
                .contains("  note: string;\n")
                .contains("  amount?: number;\n")
                .contains("  \"with space's\"?: string;\n")
                .contains("  lines?: Array<Line>;\n")
                .contains("invoice(options?: Options): Promise<Uint8Array>;")
                .contains("pay(body?: PayRequest, options?: Options): Promise<string>;");
    }

    @Test
    void a_type_may_hold_itself() {
        assertThat(file("index.d.mts")).contains("  parent?: CreateOrderRequest;\n");
    }

    @Test
    void equal_shapes_are_one_type() {
        assertThat(file("index.d.mts").split("export interface Line ", -1)).hasSize(2);
        assertThat(file("index.d.mts")).doesNotContain("export interface Line2");
    }

    @Test
    void what_the_gateway_fills_in_is_no_parameter() {
        assertThat(file("index.d.mts")).doesNotContain("key?:");
    }

    @Test
    void a_method_never_makes_the_client_a_promise() {
        assertThat(file("index.d.mts")).contains("then_(").doesNotContain("  then(");
    }

    @Test
    void descriptions_cannot_end_their_comments() {
        assertThat(file("index.d.mts"))
                .contains("ends the comment / process.exit(1)")
                .contains("Shop *\\/ ${x}");
    }

    private String file(String name) {
        return files.getOrDefault(name, "there is no " + name);
    }

    /// Reads a tar archive by its own rules: name, size in octal, content, padding to 512 bytes.
    private static Map<String, String> unpacked(byte[] tgz) {
        Map<String, String> files = new LinkedHashMap<>();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tgz))) {
            for (byte[] header = in.readNBytes(512); header[0] != 0; header = in.readNBytes(512)) {
                String name = new String(header, 0, 100, StandardCharsets.US_ASCII).replace("\0", "");
                int size = Integer.parseInt(new String(header, 124, 11, StandardCharsets.US_ASCII), 8);
                files.put(name.replaceFirst("^package/", ""), new String(in.readNBytes(size), StandardCharsets.UTF_8));
                in.skipNBytes((512 - size % 512) % 512);
            }
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
        return files;
    }
}
