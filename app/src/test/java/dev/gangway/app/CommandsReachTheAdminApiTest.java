package dev.gangway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.app.ApiDocument.Operation;
import dev.gangway.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line and the document of the admin API name the same operations: nothing that the API can do is out of
/// the command line's reach, and no command calls what is not there.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsReachTheAdminApiTest {
    private static final List<String> COMMANDS = """
            whoami
            link
            token list
            token create x
            token revoke tok_1
            partner list
            partner create x
            partner show prt_1
            partner change prt_1 --flowdown
            partner logo set prt_1 LOGO
            partner logo remove prt_1
            partner keys list prt_1
            partner keys issue prt_1 --environment=sandbox
            partner keys rotate prt_1 key_1
            partner keys revoke prt_1 key_1
            evaluate prt_1 --environment=sandbox
            customer list
            customer show 66b2
            customer keys list 66b2
            customer keys issue 66b2 --environment=sandbox
            customer keys revoke 66b2 key_1
            customer review approve 66b2 --reason=x
            customer review deny 66b2 --reason=x
            reviews
            webhook list prt_1
            webhook create prt_1 https://x.example --environment=sandbox
            webhook show whe_1
            webhook pause whe_1
            webhook remove whe_1
            webhook test whe_1
            webhook replay --endpoint=whe_1 --failed
            webhook replay dlv_1
            webhook deliveries
            webhook deliveries show dlv_1
            webhook events
            webhook keys
            webhook keys rotate sandbox
            provider list
            provider show x
            provider add x https://x.example/api.yaml
            provider remove x
            provider versions x
            provider changes x
            provider tolerated x
            provider operations x
            provider operation x y
            provider imports
            provider imports show imp_1
            search x
            connection list
            connection show x
            connection put x --provider=y --credential key=z
            connection remove x
            calls list
            calls show 1
            calls export
            mcp
            trigger list
            trigger show x
            trigger schedule x --workflow=y --cron=z
            trigger webhook x --workflow=y --signature=header
            trigger event x --workflow=y --type=z
            trigger pause x
            trigger resume x
            trigger fire x
            trigger firings x
            trigger remove x
            workflow list
            workflow show x
            workflow versions x
            workflow save LOGO
            workflow remove x
            workflow check LOGO
            workflow test TASK
            workflow send x
            run start x
            run list
            run show run_1
            run steps run_1
            run tasks run_1
            run cancel run_1
            run suspend run_1
            run resume run_1
            run retry run_1
            run complete run_1 /pay
            run skip run_1 /pay
            run restart run_1 /pay
            run move run_1 0000000000000000000000000000000000000000000000000000000000000000
            run interventions run_1
            run signal run_1 x
            vault keys
            vault prepare
            vault rotate
            audit list
            audit export
            audit verify
            """.lines().toList();

    @Test
    void each_operation_has_a_command_and_each_command_an_operation(@TempDir Path folder) throws IOException {
        Path logo = Files.writeString(folder.resolve("logo.png"), "x");
        Path task = Files.writeString(folder.resolve("task.json"), "{}");
        List<String> called = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            called.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            byte[] nothing = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        });
        server.start();
        try {
            COMMANDS.forEach(
                    command -> run(command.replace("LOGO", logo.toString()).replace("TASK", task.toString()), server));
        } finally {
            server.stop(0);
        }
        List<String> operations = operations().map(Operation::id).toList();
        List<String> reached =
                called.stream().map(CommandsReachTheAdminApiTest::operationOf).toList();
        assertThat(reached).hasSameElementsAs(operations);
    }

    private static void run(String command, HttpServer server) {
        var environment =
                Map.of("GANGWAY_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "GANGWAY_TOKEN", "gwt_x");
        var nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Cli.run(command.split(" "), nowhere, nowhere, environment))
                .as(command)
                .isLessThan(2);
    }

    private static Stream<Operation> operations() {
        return ApiDocument.load("/dev/gangway/app/admin-api.yaml")
                .operations()
                .filter(operation -> !operation.access().equals("anyone"));
    }

    private static String operationOf(String request) {
        return operations()
                .filter(operation -> request.matches(operation.method().toUpperCase(Locale.ROOT) + " "
                        + operation.path().replaceAll("\\{\\w+}", "[^/]+")))
                .map(Operation::id)
                .findFirst()
                .orElse("nothing for " + request);
    }
}
