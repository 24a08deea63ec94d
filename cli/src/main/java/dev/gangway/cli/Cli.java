package dev.gangway.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands that talk to a running Gangway over its admin API. They run in their own process, know nothing of
/// the server's classes, and never end the JVM: [#run] answers an exit code.
public final class Cli {
    /// All went well.
    static final int OK = 0;
    /// The server refused; what it said is on the error stream.
    static final int REFUSED = 1;
    /// The command line, or a file that it names, makes no sense.
    static final int USAGE = 2;
    /// No answer from the server, or none that Gangway would give.
    static final int UNREACHABLE = 3;

    private static final String COMPLETION = "completion"; // knows all the others
    private static final Map<String, Function<AdminApi, CommandLine>> COMMANDS = commands();

    private Cli() {}

    /// Runs one command line of these commands alone.
    ///
    /// @param environment stands for the process environment: GANGWAY_URL, GANGWAY_TOKEN, GANGWAY_HOME, HOME
    /// @return 0 ok, 1 refused by the server, 2 usage, 3 server not reached
    public static int run(String[] arguments, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        CommandLine root = new CommandLine(CommandSpec.create().name("gangway"));
        mount(root, environment, arguments);
        return root.setOut(out).setErr(err).execute(arguments);
    }

    /// Adds the commands to a program's `root`, after commands of its own, and sets how `root` tells wrong usage.
    ///
    /// @param arguments what `root` will be executed with. Building a command costs more time than running it, so
    ///        only the one that they name is built; all of them when they name none.
    public static void mount(CommandLine root, Map<String, String> environment, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (COMMANDS.containsKey(first) && !first.equals(COMPLETION)) {
            add(root, first, environment);
        } else if (!root.getSubcommands().containsKey(first)) {
            COMMANDS.keySet().forEach(name -> add(root, name, environment));
        }
        root.setParameterExceptionHandler(Cli::explain);
    }

    private static void add(CommandLine root, String name, Map<String, String> environment) {
        CommandLine command = Objects.requireNonNull(COMMANDS.get(name)).apply(new AdminApi(environment));
        root.addSubcommand(command);
        Word.teach(command);
        CommandHelp.polish(command);
    }

    private static Map<String, Function<AdminApi, CommandLine>> commands() {
        Map<String, Function<AdminApi, CommandLine>> commands = new LinkedHashMap<>();
        commands.put("partner", PartnerCommand::line);
        commands.put("customer", CustomerCommand::line);
        commands.put("reviews", api -> new CommandLine(new ReviewsCommand(api)));
        commands.put("evaluate", api -> new CommandLine(new EvaluateCommand(api)));
        commands.put("webhook", WebhookCommand::line);
        commands.put("provider", ProviderCommand::line);
        commands.put("search", api -> new CommandLine(new SearchCommand(api)));
        commands.put("connection", api -> new CommandLine(new ConnectionCommand(api)));
        commands.put("calls", api -> new CommandLine(new CallsCommand(api)));
        commands.put("mcp", api -> new CommandLine(new McpCommand(api)));
        commands.put("workflow", api -> new CommandLine(new WorkflowCommand(api)));
        commands.put("run", api -> new CommandLine(new RunCommand(api)));
        commands.put("trigger", api -> new CommandLine(new TriggerCommand(api)));
        commands.put("token", api -> new CommandLine(new TokenCommand(api)));
        commands.put("link", api -> new CommandLine(new LinkCommand(api)));
        commands.put("whoami", api -> new CommandLine(new WhoAmICommand(api)));
        commands.put("vault", api -> new CommandLine(new VaultCommand(api)));
        commands.put("audit", api -> new CommandLine(new AuditCommand(api)));
        commands.put(COMPLETION, _ -> new CommandLine(new CompletionCommand()));
        return commands;
    }

    /// Says what is wrong and where help is, in two lines; where a subcommand is missing, also which there are.
    private static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("gangway: " + wrong.getMessage());
        boolean guessed = UnmatchedArgumentException.printSuggestions(wrong, err);
        if (!guessed && !command.getSubcommands().isEmpty()) {
            err.println();
            err.print(new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF)).commandList());
        }
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return USAGE;
    }
}
