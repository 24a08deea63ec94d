package dev.gangway.cli;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// How the help of every command looks: one line of usage with what must be given, `--help`, exit codes.
final class CommandHelp {
    private static final int COLUMNS = 100;

    private CommandHelp() {}

    /// Gives `command`, already in its place below the root, and all below it the same looks.
    static void polish(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
        spec.usageMessage()
                .customSynopsis(synopsis(spec))
                .width(COLUMNS)
                .sortOptions(false)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        command.getSubcommands().values().forEach(CommandHelp::polish);
    }

    /// `gangway token create [OPTIONS] NAME`: the options that must be given in full, the others as one word.
    private static String synopsis(CommandSpec spec) {
        Stream<String> name = Stream.of(spec.qualifiedName());
        Stream<String> required = spec.options().stream()
                .filter(OptionSpec::required)
                .map(option -> option.longestName() + "=" + option.paramLabel());
        Stream<String> positional = spec.positionalParameters().stream().map(CommandHelp::word);
        Stream<String> below = spec.subcommands().isEmpty() ? Stream.empty() : Stream.of("[COMMAND]");
        return Stream.of(name, required, Stream.of("[OPTIONS]"), positional, below)
                .flatMap(words -> words)
                .collect(joining(" "));
    }

    private static String word(PositionalParamSpec parameter) {
        return parameter.arity().min() > 0 ? parameter.paramLabel() : "[" + parameter.paramLabel() + "]";
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(String.valueOf(Cli.OK), "All went well");
        codes.put(String.valueOf(Cli.REFUSED), "The server refused");
        codes.put(String.valueOf(Cli.USAGE), "The command line makes no sense");
        codes.put(String.valueOf(Cli.UNREACHABLE), "The server cannot be reached");
        return codes;
    }
}
