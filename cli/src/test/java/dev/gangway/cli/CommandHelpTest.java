package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandHelpTest {
    static Stream<CommandLine> everyCommand() {
        CommandLine root = new CommandLine(CommandSpec.create().name("gangway"));
        Cli.mount(root, Map.of());
        return root.getSubcommands().values().stream().flatMap(CommandHelpTest::withAllBelow);
    }

    private static Stream<CommandLine> withAllBelow(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandHelpTest::withAllBelow));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_command_and_every_option_is_described(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
        assertThat(spec.args())
                .filteredOn(argument -> argument.description().length == 0)
                .extracting(ArgSpec::paramLabel)
                .as(spec.qualifiedName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_help_lists_the_exit_codes_and_fits_100_columns(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertThat(help)
                .containsSubsequence(
                        "Exit codes:",
                        "0   All went well",
                        "1   The server refused",
                        "2   The",
                        "3   The server cannot");
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_command_that_talks_to_the_server_can_print_JSON(CommandLine command) {
        boolean isLocal = command.getCommandName().equals("completion");
        assertThat(command.getCommandSpec().findOption("--json") != null).isEqualTo(!isLocal);
    }

    @Test
    void the_usage_line_spells_out_what_must_be_given() {
        assertThat(Outcome.of(Map.of(), "partner", "keys", "issue", "--help").out())
                .startsWith("Usage: gangway partner keys issue --environment=ENVIRONMENT [OPTIONS] PARTNER\n");
    }

    @Test
    void a_word_that_an_option_does_not_know_is_answered_with_those_that_it_knows() {
        assertThat(Outcome.of(Map.of(), "token", "create", "x", "--scope=admin"))
                .isEqualTo(new Outcome(2, "", """
                        gangway: Invalid value for option '--scope': expected one of full, read-only, gateway but was 'admin'
                        Try: gangway token create --help
                        """));
    }

    @Test
    void a_family_without_a_subcommand_lists_them() {
        var outcome = Outcome.of(Map.of(), "token");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("Missing required subcommand", "  list    List the tokens");
    }

    @Test
    void a_mistyped_command_is_answered_with_a_guess() {
        assertThat(Outcome.of(Map.of(), "partner", "lst").err()).contains("Did you mean: partner list?");
    }
}
