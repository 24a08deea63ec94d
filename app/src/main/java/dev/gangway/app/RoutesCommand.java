package dev.gangway.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gangway.base.Json;
import dev.gangway.catalog.Operation;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "routes", description = "Lists every operation that the server answers.")
final class RoutesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final PrintWriter out;

    RoutesCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<Operation> operations = Documents.load().operations();
        if (json) {
            ArrayNode array = Json.array();
            operations.forEach(operation -> array.addObject()
                    .put("method", operation.method())
                    .put("path", operation.path())
                    .put("operation", operation.id()));
            out.println(Json.text(array));
        } else {
            operations.forEach(
                    operation -> out.printf("%-6s %-55s %s%n", operation.method(), operation.path(), operation.id()));
        }
        return 0;
    }
}
