package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CliTest {
    @Nested
    class Mounting {
        private final CommandLine root =
                new CommandLine(CommandSpec.create().name("gangway")).addSubcommand("up", CommandSpec.create());

        @Test
        void builds_only_the_command_that_will_run() {
            Cli.mount(root, Map.of(), "partner", "list");
            assertThat(root.getSubcommands()).containsOnlyKeys("up", "partner");
        }

        @Test
        void builds_none_when_the_program_runs_one_of_its_own() {
            Cli.mount(root, Map.of(), "up", "--port=0");
            assertThat(root.getSubcommands()).containsOnlyKeys("up");
        }

        @Test
        void builds_all_when_help_may_be_wanted() {
            Cli.mount(root, Map.of(), "--help");
            assertThat(root.getSubcommands())
                    .containsOnlyKeys(
                            "up",
                            "partner",
                            "customer",
                            "reviews",
                            "evaluate",
                            "webhook",
                            "provider",
                            "search",
                            "connection",
                            "calls",
                            "mcp",
                            "workflow",
                            "run",
                            "trigger",
                            "token",
                            "link",
                            "whoami",
                            "vault",
                            "audit",
                            "completion");
        }
    }

    @Test
    void the_completion_script_knows_commands_options_and_words() {
        var outcome = Outcome.of(Map.of(), "completion");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("complete -F _complete_gangway", "partner", "--co-branded-consent", "read-only");
    }
}
