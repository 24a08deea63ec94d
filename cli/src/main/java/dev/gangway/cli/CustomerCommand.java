package dev.gangway.cli;

import static dev.gangway.cli.Column.column;
import static dev.gangway.cli.Column.names;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway customer …`
@Command(name = "customer", description = "End customers: find and read them, decide reviews, manage their keys.")
final class CustomerCommand {
    static final Card CUSTOMER = Card.PLAIN
            .with(
                    "registrations",
                    Table.of(
                            "registrations",
                            column("institution", "institution_name"),
                            column("id", "institution_id"),
                            column("status"),
                            column("next step", "due_at"),
                            column("error", "error_message")))
            .with(
                    "timeline",
                    Table.of("events", column("at"), column("actor"), column("action"), names("changed", "changes")));

    private static final Table CUSTOMERS = Table.of(
            "end customers",
            column("client_id"),
            column("company", "company_name"),
            column("environment"),
            column("status"),
            column("due", "requirements_due"),
            column("created_at"));

    @Mixin
    private final AdminApi api;

    private CustomerCommand(AdminApi api) {
        this.api = api;
    }

    static CommandLine line(AdminApi api) {
        return new CommandLine(new CustomerCommand(api))
                .addSubcommand(new CustomerReviewCommand(api))
                .addSubcommand(new CustomerKeysCommand(api));
    }

    @Command(description = "List end customers, newest first. Options narrow each other.")
    int list(
            @Option(names = "--partner", paramLabel = "PARTNER", description = "Only of this partner.") @Nullable
                    String partner,
            @Option(
                            names = "--environment",
                            paramLabel = "ENVIRONMENT",
                            description = "Only in this environment: ${COMPLETION-CANDIDATES}.")
                    Word.@Nullable Environment environment,
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            description = "Only with this status: ${COMPLETION-CANDIDATES}.")
                    Word.@Nullable Status status,
            @Option(names = "--product", paramLabel = "PRODUCT", description = "Only those that have this product.")
                    @Nullable
                    String product,
            @Option(
                            names = "--requirement",
                            paramLabel = "REQUIREMENT",
                            description = "Only those with this due: ${COMPLETION-CANDIDATES}.")
                    Word.@Nullable Requirement requirement,
            @Option(names = "--name", paramLabel = "TEXT", description = "Only with this in one of their names.")
                    @Nullable
                    String name,
            @Option(names = "--reference", paramLabel = "TEXT", description = "Only the one with this reference.")
                    @Nullable
                    String reference,
            @Mixin Paging paging) {
        Call call = Call.get("/api/v1/customers")
                .with("partner", partner)
                .with("environment", environment)
                .with("status", status)
                .with("product", product)
                .with("requirement", requirement)
                .with("name", name)
                .with("reference", reference);
        return api.list(call, paging, CUSTOMERS);
    }

    @Command(description = "Show one end customer with its bank registrations and its timeline.")
    int show(@Parameters(paramLabel = "CUSTOMER", description = "The end customer's client_id.") String customer) {
        return api.show(Call.get("/api/v1/customers/{customer}", customer), CUSTOMER);
    }
}
