package dev.gangway.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Everything that is measured. Exits with 0 when all of it was, 1 when something failed or is missing, 2 for options
/// that make no sense.
@Command(
        name = "bench/run",
        subcommands = {
            LoadCommand.class,
            FuzzCommand.class,
            StartCommand.class,
            GatewayCommand.class,
            SearchCommand.class,
            PagesCommand.class,
            WorkflowCommand.class
        },
        mixinStandardHelpOptions = true,
        description = "Measures Gangway beside its peers.")
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String[] command = arguments.length == 0 ? new String[] {"load"} : arguments;
        CommandLine line = new CommandLine(new Main()).setExecutionExceptionHandler((failed, at, _) -> {
            if (!(failed instanceof BenchException)) {
                throw failed;
            }
            at.getErr().println("bench: " + failed.getMessage());
            return 1;
        });
        System.exit(line.execute(command));
    }
}
