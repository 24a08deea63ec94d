package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway search …`
@Command(name = "search", description = "Find operations by id, path, summary, field, value or error code.")
final class SearchCommand implements Callable<Integer> {
    private static final Table HITS =
            Table.of("operations", column("provider"), of("id"), of("method"), of("path"), of("summary"));

    @Mixin
    private final AdminApi api;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "What to look for; the beginning of a word will do.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private List<String> words;

    @Option(names = "--provider", paramLabel = "NAME", description = "Only of this provider.")
    @Nullable
    private String provider;

    @Option(names = "--limit", paramLabel = "N", description = "How many, 1 to 200; 50 unless given.")
    @Nullable
    private Integer limit;

    SearchCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        Call call = Call.get("/api/v1/search")
                .with("q", String.join(" ", words))
                .with("provider", provider)
                .with("limit", limit);
        return api.found(call, "hits", HITS);
    }

    private static Column of(String member) {
        return new Column(
                column(member).title(),
                (JsonNode hit) -> Cell.text(hit.path("operation").path(member)));
    }
}
