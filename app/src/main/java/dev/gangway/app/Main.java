package dev.gangway.app;

import dev.gangway.cli.Cli;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Where the process starts: `up` and the other commands of the server beside those of the admin API's client.
@Command(
        name = "gangway",
        description = "Onboards the end customers of a reseller.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int outcome = run(arguments, out, err, System.getenv());
        out.flush(); // of itself it does so at ends of lines that it makes, not at those that are in a text
        err.flush();
        System.exit(outcome);
    }

    /// Runs one command line.
    ///
    /// @return 0 ok, 1 refused, 2 usage or configuration, 3 server not reached
    static int run(String[] arguments, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        CommandLine root = new CommandLine(new Main());
        mount(root, commands(out, environment), arguments);
        Cli.mount(root, environment, arguments);
        root.setExecutionExceptionHandler((thrown, _, _) -> {
            if (thrown instanceof ConfigException || thrown instanceof dev.gangway.storage.StorageException) {
                err.println("gangway: " + thrown.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
            throw thrown;
        });
        return root.setOut(out).setErr(err).execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /// Only the command that is named, if it is one of these: to describe one takes longer than many of them run.
    private static void mount(CommandLine root, Map<String, Supplier<Object>> commands, String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        commands.forEach((name, command) -> {
            if (name.equals(first) || !commands.containsKey(first)) {
                root.addSubcommand(name, command.get());
            }
        });
    }

    private static Map<String, Supplier<Object>> commands(PrintWriter out, Map<String, String> environment) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("up", () -> new UpCommand(environment, out));
        commands.put("doctor", () -> new DoctorCommand(environment, out));
        commands.put("routes", () -> new RoutesCommand(out));
        commands.put("version", () -> new VersionCommand(out));
        commands.put("rehearse", RehearseCommand::new);
        return commands;
    }
}
