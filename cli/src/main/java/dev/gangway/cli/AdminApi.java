package dev.gangway.cli;

import static picocli.CommandLine.ScopeType.INHERIT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What every command that talks to the server shares: the options that say where it is, and the few ways to send a
/// call and print what came back. Mixed into the top command of a family; the commands below inherit the options.
/// Holds the options of one parse, so not thread-safe.
final class AdminApi {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = INHERIT,
            description = "Where Gangway answers. Else $GANGWAY_URL, else what the first start wrote to demo.env"
                    + " in $GANGWAY_HOME, else http://127.0.0.1:8700.")
    @Nullable
    String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            scope = INHERIT,
            description = "The access token. Else $GANGWAY_TOKEN, which other users of this machine cannot see;"
                    + " else the one in demo.env.")
    @Nullable
    String token;

    @Option(names = "--json", scope = INHERIT, description = "Print the server's answer as JSON.")
    boolean json;

    private final Map<String, String> environment;

    AdminApi(Map<String, String> environment) {
        this.environment = environment;
    }

    /// What an option says: itself, or for `@NAME` the value of that environment variable.
    ///
    /// @throws ParameterException when there is no such variable
    String fromVariable(String text) {
        if (!text.startsWith("@")) {
            return text;
        }
        String value = environment.get(text.substring(1));
        if (value == null) {
            throw new ParameterException(spec.commandLine(), "there is no environment variable " + text.substring(1));
        }
        return value;
    }

    /// Prints one page of a list, or with `--all` the pages joined.
    int list(Call call, Paging paging, Table table) {
        return switch (paging.read(client(), call)) {
            case Reply.Answered(JsonNode page) -> {
                out().print(json ? JsonText.pretty(page) + System.lineSeparator() : table.render(page.path("items")));
                if (page.path("next").isTextual() && !json) {
                    err().println("Go on with --after " + page.path("next").textValue());
                }
                yield Cli.OK;
            }
            case Reply.Failed failed -> fail(failed);
        };
    }

    /// Prints the list that is the member `member` of what a call answers.
    int found(Call call, String member, Table table) {
        return print(call, answer -> table.render(answer.path(member)), _ -> true);
    }

    /// Prints the one thing that a call answers.
    int show(Call call, Card card) {
        return print(call, card::render, _ -> true);
    }

    /// Prints the one thing that a call answers; refused unless its member `truth` is true.
    int check(Call call, Card card, String truth) {
        return print(call, card::render, answer -> answer.path(truth).asBoolean());
    }

    /// Prints the one thing that a call answers, which holds a secret that no later call will.
    int showOnce(Call call, Card card, String member) {
        String warning = "Keep the " + member + " now: it is not shown again.";
        return print(call, answer -> card.render(answer) + "%n%s%n".formatted(warning), _ -> true);
    }

    /// Prints the address on this server whose path is the member `path` of what a call answers.
    int address(Call call, String path) {
        Target target = target();
        return print(
                new AdminClient(target).send(call),
                answer -> target.url() + answer.path(path).asText() + System.lineSeparator(),
                _ -> true);
    }

    /// Sends a call whose answer says little and prints `sentence`.
    int done(Call call, String sentence) {
        return print(call, _ -> sentence + System.lineSeparator(), _ -> true);
    }

    /// Sends a call that begins something, then the calls that tell how far it is, and prints the last answer.
    ///
    /// @param next the call to send after an answer; none when that was the last
    int follow(Call call, Function<JsonNode, Optional<Call>> next, Card card, Predicate<JsonNode> isGood) {
        AdminClient client = client();
        Reply reply = client.send(call);
        Optional<Call> more = after(reply, next);
        while (more.isPresent()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            reply = client.send(more.get());
            more = after(reply, next);
        }
        return print(reply, card::render, isGood);
    }

    private static Optional<Call> after(Reply reply, Function<JsonNode, Optional<Call>> next) {
        return reply instanceof Reply.Answered(JsonNode answer) ? next.apply(answer) : Optional.empty();
    }

    private int print(Call call, Function<JsonNode, String> words, Predicate<JsonNode> isGood) {
        return print(client().send(call), words, isGood);
    }

    /// Prints `words` of an answer; with `--json` the answer itself, or nothing when it has no body.
    private int print(Reply reply, Function<JsonNode, String> words, Predicate<JsonNode> isGood) {
        return switch (reply) {
            case Reply.Answered(JsonNode answer) -> {
                if (!json) {
                    out().print(words.apply(answer));
                } else if (!answer.isMissingNode()) {
                    out().println(JsonText.pretty(answer));
                }
                yield isGood.test(answer) ? Cli.OK : Cli.REFUSED;
            }
            case Reply.Failed failed -> fail(failed);
        };
    }

    /// Prints the lines of a streamed answer as they come.
    int stream(Call call) {
        return switch (client().lines(call, out()::println)) {
            case Reply.Answered _ -> Cli.OK;
            case Reply.Failed failed -> fail(failed);
        };
    }

    /// Usage that the options alone cannot rule out; the caller throws it.
    ParameterException usage(String message) {
        var parsed = spec.root().commandLine().getParseResult();
        return new ParameterException(parsed.asCommandLineList().getLast(), message);
    }

    private int fail(Reply.Failed failed) {
        return switch (failed) {
            case Reply.Refused(Problem problem) -> {
                err().println(json ? JsonText.pretty(problem.document()) : "gangway: " + problem.sentence());
                yield Cli.REFUSED;
            }
            case Reply.Unreachable(String why) -> {
                err().println("gangway: " + why);
                yield Cli.UNREACHABLE;
            }
        };
    }

    private AdminClient client() {
        return new AdminClient(target());
    }

    private Target target() {
        try {
            return Target.of(url, token, environment);
        } catch (Target.Unknown unknown) {
            throw usage(unknown.reason());
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
