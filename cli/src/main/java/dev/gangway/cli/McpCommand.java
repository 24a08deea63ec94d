package dev.gangway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gangway mcp`
@Command(name = "mcp", description = "List what agents can do here over the Model Context Protocol, with your token.")
final class McpCommand implements Callable<Integer> {
    @Mixin
    private final AdminApi api;

    McpCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        return api.show(
                Call.post("/mcp").with("jsonrpc", "2.0").with("id", 1).with("method", "tools/list"), Card.PLAIN);
    }
}
