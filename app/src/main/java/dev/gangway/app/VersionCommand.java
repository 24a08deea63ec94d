package dev.gangway.app;

import dev.gangway.base.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Says which release this is, and on which Java it runs.")
final class VersionCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final PrintWriter out;

    VersionCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        String java = Runtime.version().toString();
        out.println(
                json
                        ? Json.text(Json.object().put("version", Version.text()).put("java", java))
                        : "gangway " + Version.text() + " on Java " + java);
        return 0;
    }
}
