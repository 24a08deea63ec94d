package dev.gangway.cli;

import static dev.gangway.cli.Column.column;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway customer keys …`
@Command(name = "keys", description = "An end customer's API keys: a second one lets it change over without a gap.")
final class CustomerKeysCommand {
    private static final Table KEYS =
            Table.of("keys", column("id"), column("environment"), column("limited"), column("created_at"));
    private static final String CUSTOMER_ID = "The end customer's client_id.";

    private final AdminApi api;

    CustomerKeysCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "List the keys that are live.")
    int list(@Parameters(paramLabel = "CUSTOMER", description = CUSTOMER_ID) String customer) {
        return api.list(Call.get("/api/v1/customers/{customer}/keys", customer), Paging.NONE, KEYS);
    }

    @Command(description = "Issue a key and print its secret, this once.")
    int issue(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER_ID) String customer,
            @Option(
                            names = "--environment",
                            required = true,
                            paramLabel = "ENVIRONMENT",
                            description = "Where it works: ${COMPLETION-CANDIDATES}.")
                    Word.Environment environment) {
        Call call = Call.post("/api/v1/customers/{customer}/keys", customer).with("environment", environment);
        return api.showOnce(call, Card.PLAIN, "secret");
    }

    @Command(description = "Revoke a key: it stops working at once.")
    int revoke(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER_ID) String customer,
            @Parameters(paramLabel = "KEY", description = "The key's id, key_…") String key) {
        return api.done(Call.delete("/api/v1/customers/{customer}/keys/{key}", customer, key), "Revoked " + key + ".");
    }
}
