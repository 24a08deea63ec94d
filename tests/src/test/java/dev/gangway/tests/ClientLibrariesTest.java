package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.base.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client libraries as somebody uses them: fetched from the running server, calling through its gateway.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClientLibrariesTest {
    private static final String PROGRAM = """
            import partner, { GangwayError } from '@gangway/partner';
            const body = JSON.parse(process.env.BODY);
            const created = await partner.betaPartnerCustomerV1Create(body);
            const id = created.end_customer.client_id;
            const found = await partner.betapartnercustomerv1get({ end_customer_client_id: id });
            let code;
            try {
              await partner.betaPartnerCustomerV1Create(body);
            } catch (error) {
              code = error instanceof GangwayError && error.request_id ? error.code : String(error);
            }
            console.log(JSON.stringify({ id, found: found.end_customer.client_id, code }));
            """;

    private final Server server = Server.shared();

    @TempDir
    private Path folder;

    @Test
    void npm_installs_a_package_that_calls_through_the_gateway() throws Exception {
        assumeTrue(isPresent("npm") && isPresent("node"), "no npm on the PATH: the npm package is not tested");
        run(Map.of(), "npm", "install", "--no-audit", "--no-fund", server.url() + "/sdk/partner.tgz");
        Files.writeString(folder.resolve("program.mjs"), PROGRAM);
        String printed = run(
                Map.of(
                        "GANGWAY_URL", server.url(),
                        "GANGWAY_TOKEN", server.demo().token().reveal(),
                        "GANGWAY_CONNECTION", "local-sandbox",
                        "BODY", Bodies.little("By the npm package").toString()),
                "node",
                "program.mjs");
        var told = Json.parse(printed);
        assertThat(told.path("id").asText())
                .hasSize(24)
                .isEqualTo(told.path("found").asText());
        assertThat(told.path("code").asText()).isEqualTo("CUSTOMER_ALREADY_CREATED");
    }

    @Test
    void the_Java_client_comes_from_a_Maven_repository_and_calls_through_the_gateway() throws Exception {
        String group = server.url() + "/sdk/maven/dev/gangway/clients/partner/";
        String metadata = server.send(server.request("/sdk/maven/dev/gangway/clients/partner/maven-metadata.xml")
                        .build())
                .body();
        String version = metadata.replaceAll("(?s).*<version>([^<]+)</version>.*", "$1");
        URL jar = URI.create(group + version + "/partner-" + version + ".jar").toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("dev.gangway.clients.partner.Partner");
            Object client = type.getConstructor(String.class, String.class, String.class)
                    .newInstance(server.url(), server.demo().token().reveal(), "local-sandbox");
            Object answer = type.getMethod("betaPartnerCustomerV1Create", Map.class)
                    .invoke(client, Json.MAPPER.convertValue(Bodies.little("By the Java client"), Map.class));
            assertThat(Json.MAPPER
                            .<com.fasterxml.jackson.databind.JsonNode>valueToTree(answer)
                            .path("end_customer")
                            .path("client_id")
                            .asText())
                    .hasSize(24);
        }
    }

    private static boolean isPresent(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private String run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed + Files.readString(errors)).isZero();
        return printed;
    }
}
