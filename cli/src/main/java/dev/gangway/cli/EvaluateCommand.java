package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway evaluate`
@Command(
        name = "evaluate",
        description = "Tell what would be due, and which call meets it. Changes nothing.",
        footer = {
            "",
            "Example, what a new end customer would owe for two products:",
            "  gangway evaluate prt_… --environment sandbox --product auth,cra_base_report"
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final Card EVALUATION = Card.PLAIN
            .with("products", Table.of("products", column("product"), column("due", "requirements_due")))
            .with(
                    "requirements_due",
                    Table.of("requirements", column("requirement"), column("met by", "route"), column("fields")));

    @Mixin
    private final AdminApi api;

    @Parameters(paramLabel = "PARTNER", description = "The partner's id, prt_…")
    @SuppressWarnings("NullAway.Init") // required, so picocli sets it before the command runs
    String partner;

    @Option(
            names = "--environment",
            required = true,
            paramLabel = "ENVIRONMENT",
            description = "Whose rules: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // likewise
    Word.Environment environment;

    @Option(names = "--customer", paramLabel = "CUSTOMER", description = "Start from what this end customer has told.")
    @Nullable
    String customer;

    @Option(
            names = "--product",
            split = ",",
            paramLabel = "PRODUCT",
            description = "A product to try; else the end customer's, else the partner's."
                    + " Repeat it, or separate several by commas.")
    @Nullable
    List<String> products;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "A JSON file of what would be told besides, as an update names it.")
    @Nullable
    Path profile;

    EvaluateCommand(AdminApi api) {
        this.api = api;
    }

    @Override
    public Integer call() {
        Call evaluation = Call.post("/api/v1/partners/{partner}/evaluations", partner)
                .with("environment", environment)
                .with("customer", customer)
                .with("products", products)
                .with("profile", profile == null ? null : JsonFile.object(profile, api));
        return api.show(evaluation, EVALUATION);
    }
}
