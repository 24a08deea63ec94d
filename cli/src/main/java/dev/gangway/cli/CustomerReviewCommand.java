package dev.gangway.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gangway customer review …`
@Command(name = "review", description = "Decide about an end customer under review. `gangway reviews` lists them.")
final class CustomerReviewCommand {
    private static final String CUSTOMER_ID = "The end customer's client_id.";
    private static final String WHICH = "A product to decide about; all that are under review unless given."
            + " Repeat it, or separate several by commas.";
    private static final String WHY = "Why. It is kept in the audit trail.";

    private final AdminApi api;

    CustomerReviewCommand(AdminApi api) {
        this.api = api;
    }

    @Command(description = "Approve: the products can be enabled.")
    int approve(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER_ID) String customer,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = WHY) String reason,
            @Option(names = "--product", split = ",", paramLabel = "PRODUCT", description = WHICH) @Nullable
                    List<String> products) {
        return decide(Call.post("/api/v1/reviews/{customer}/approval", customer), products, reason);
    }

    @Command(description = "Deny: the products will not be enabled.")
    int deny(
            @Parameters(paramLabel = "CUSTOMER", description = CUSTOMER_ID) String customer,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = WHY) String reason,
            @Option(names = "--product", split = ",", paramLabel = "PRODUCT", description = WHICH) @Nullable
                    List<String> products) {
        return decide(Call.post("/api/v1/reviews/{customer}/denial", customer), products, reason);
    }

    private int decide(Call call, @Nullable List<String> products, String reason) {
        return api.show(call.with("products", products).with("reason", reason), CustomerCommand.CUSTOMER);
    }
}
