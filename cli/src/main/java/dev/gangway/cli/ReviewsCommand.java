package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `gangway reviews`
@Command(
        name = "reviews",
        description = "List the end customers that wait for a decision, longest first."
                + " `gangway customer review` decides.")
final class ReviewsCommand implements Callable<Integer> {
    private static final Table QUEUE = Table.of(
            "end customers under review",
            column("customer"),
            column("company", "company_name"),
            column("environment"),
            column("website"),
            column("products"),
            column("conflict", "channel_conflict"),
            column("since", "waiting_since"));

    @Mixin
    private final AdminApi api;

    @Mixin
    private final Paging paging = new Paging();

    @Option(names = "--partner", paramLabel = "PARTNER", description = "Only of this partner.")
    @Nullable
    String partner;

    @Option(
            names = "--environment",
            paramLabel = "ENVIRONMENT",
            description = "Only in this environment: ${COMPLETION-CANDIDATES}.")
    Word.@Nullable Environment environment;

    ReviewsCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        Call queue = Call.get("/api/v1/reviews").with("partner", partner).with("environment", environment);
        return api.list(queue, paging, QUEUE);
    }
}
