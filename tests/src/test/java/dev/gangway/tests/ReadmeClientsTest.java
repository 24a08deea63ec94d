package dev.gangway.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's lines on how to point Plaid's libraries here, run as they stand there, with the newest release of each
/// library (for Go, one that its module mirror holds). Skipped where its language or its registry is not at hand.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeClientsTest {
    private static final Server SERVER = Server.shared();
    private static final int PATIENCE = 5; // minutes, for a registry

    @TempDir
    private Path folder;

    private final TestPartner partner = SERVER.partner();

    /// The code under a bold heading of the README, with this server's address.
    private static String code(String library) {
        String readme = Sources.text("README.md");
        String after = readme.substring(readme.indexOf("**" + library + "**"));
        String block = after.substring(after.indexOf("```") + 3);
        return block.substring(block.indexOf('\n') + 1, block.indexOf("```", 3))
                .replace("http://localhost:8700", SERVER.url());
    }

    private static boolean runs(Path folder, String... command) {
        try {
            return run(folder, command).status() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private record Ended(int status, String output) {}

    private static Ended run(Path folder, String... command) throws IOException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ended(-1, "took too long");
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /// Runs a program with the partner's keys in its environment; its last line is the customer that it created.
    private JsonNode customerOf(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "env", "PLAID_CLIENT_ID=" + partner.clientId(), "PLAID_SECRET_SANDBOX=" + partner.sandboxSecret()));
        line.addAll(List.of(command));
        Ended ended = run(folder, line.toArray(String[]::new));
        assertThat(ended.status()).as(ended.output()).isZero();
        String id = ended.output().strip().lines().reduce((_, last) -> last).orElseThrow();
        return SERVER.admin("/api/v1/customers/" + id);
    }

    @Test
    void plaid_node_is_pointed_here() throws IOException {
        assumeTrue(runs(folder, "node", "--version"), "needs Node");
        assumeTrue(
                runs(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", "plaid"), "needs npm's registry");
        Files.writeString(
                folder.resolve("main.js"),
                code("plaid-node") + """
                plaid.betaPartnerCustomerV1Create(%s)
                  .then((answer) => console.log(answer.data.end_customer.client_id))
                  .catch((error) => { console.error(error.response ? error.response.data : error); process.exit(1); });
                """.formatted(Json.text(Bodies.little("Created by plaid-node"))));
        assertThat(customerOf("node", "main.js").path("application_name").asText())
                .isEqualTo("Created by plaid-node");
    }

    @Test
    void plaid_python_is_pointed_here() throws IOException {
        assumeTrue(runs(folder, "python3", "-m", "venv", "venv"), "needs Python with venv");
        assumeTrue(runs(folder, "venv/bin/pip", "install", "--quiet", "plaid-python"), "needs Python's package index");
        Files.writeString(folder.resolve("main.py"), code("plaid-python") + """
                import json
                from plaid.model.partner_customer_get_request import PartnerCustomerGetRequest

                try:
                    client.partner_customer_get(PartnerCustomerGetRequest(end_customer_client_id='0' * 24))
                except plaid.ApiException as error:
                    print(json.loads(error.body)['error_code'])
                """);
        Ended ended = run(
                folder,
                "env",
                "PLAID_CLIENT_ID=" + partner.clientId(),
                "PLAID_SECRET_SANDBOX=" + partner.sandboxSecret(),
                "venv/bin/python",
                "main.py");
        assertThat(ended.output().strip()).isEqualTo("CUSTOMER_NOT_FOUND");
    }

    @Test
    void plaid_go_is_pointed_here() throws IOException {
        assumeTrue(runs(folder, "go", "version"), "needs Go");
        assumeTrue(
                runs(folder, "go", "mod", "init", "example")
                        && runs(folder, "go", "get", "github.com/plaid/plaid-go/v20/plaid@v20.1.0"),
                "needs Go's modules");
        Files.writeString(folder.resolve("main.go"), """
                package main

                import (
                	"context"
                	"encoding/json"
                	"fmt"
                	"os"

                	"github.com/plaid/plaid-go/v20/plaid"
                )

                func main() {
                	%s
                	var request plaid.PartnerCustomerCreateRequest
                	if err := json.Unmarshal([]byte(`%s`), &request); err != nil {
                		panic(err)
                	}
                	answer, _, err := client.PlaidApi.PartnerCustomerCreate(context.Background()).
                		PartnerCustomerCreateRequest(request).Execute()
                	if err != nil {
                		panic(err)
                	}
                	customer := answer.GetEndCustomer()
                	fmt.Println(customer.GetClientId())
                }
                """.formatted(
                        code("plaid-go"), Json.text(Bodies.classic("Created by plaid-go"))));
        assertThat(customerOf("go", "run", ".").path("application_name").asText())
                .isEqualTo("Created by plaid-go");
    }
}
