package dev.gangway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A partner's settings as options; each is null while it was not given.
final class SettingsOptions {
    private static final Pattern PERSON = Pattern.compile("\\s*(\\S+)\\s+(.+?)\\s*<([^<>]+)>\\s*");
    private static final String CONTACT = "\"Ada Lovelace <ada@example.com>\"";

    @Option(
            names = "--product",
            split = ",",
            paramLabel = "PRODUCT",
            description = "A product that it may resell, such as auth. Repeat it, or separate several by commas."
                    + " These replace the ones before.")
    @Nullable
    List<String> products;

    @Option(names = "--reseller", negatable = true, description = "Whether it may use the partner routes at all.")
    @Nullable
    Boolean reseller;

    @Option(names = "--flowdown", negatable = true, description = "Whether its flowdown agreement is complete.")
    @Nullable
    Boolean flowdown;

    @Option(
            names = "--questionnaire",
            negatable = true,
            description = "Whether its security questionnaire is complete.")
    @Nullable
    Boolean questionnaire;

    @Option(
            names = "--co-branded-consent",
            negatable = true,
            description = "Whether its consent pane shows both brands.")
    @Nullable
    Boolean coBrandedConsent;

    @Option(
            names = "--monthly-commitment",
            negatable = true,
            description = "Whether the classic create must tell the assets under management.")
    @Nullable
    Boolean monthlyCommitment;

    @Option(
            names = "--sandbox-review",
            paramLabel = "POLICY",
            description = "Who approves end customers in sandbox: ${COMPLETION-CANDIDATES}.")
    Word.@Nullable ReviewPolicy sandboxReview;

    @Option(
            names = "--production-review",
            paramLabel = "POLICY",
            description = "Who approves end customers in production: ${COMPLETION-CANDIDATES}.")
    Word.@Nullable ReviewPolicy productionReview;

    @Option(
            names = "--technical-contact",
            paramLabel = "PERSON",
            description = "Stands in for end customers that name none: " + CONTACT + ", or none.")
    @Nullable
    String technicalContact;

    @Option(names = "--billing-contact", paramLabel = "PERSON", description = "Likewise, for invoices.")
    @Nullable
    String billingContact;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A JSON file of settings as the API names them, customer_support_info among them."
                    + " The options above win over it.")
    @Nullable
    Path file;

    /// What was given, as the API names it; empty when nothing was.
    ObjectNode json(AdminApi api) {
        ObjectNode settings = file == null ? JsonText.object() : JsonFile.object(file, api);
        JsonText.put(settings, "products", products);
        JsonText.put(settings, "reseller", reseller);
        JsonText.put(settings, "flowdown_completed", flowdown);
        JsonText.put(settings, "questionnaire_completed", questionnaire);
        JsonText.put(settings, "co_branded_consent", coBrandedConsent);
        JsonText.put(settings, "monthly_service_commitment", monthlyCommitment);
        JsonText.put(settings, "sandbox_review", sandboxReview);
        JsonText.put(settings, "production_review", productionReview);
        JsonText.put(settings, "technical_contact", contact(technicalContact, api));
        JsonText.put(settings, "billing_contact", contact(billingContact, api));
        return settings;
    }

    private static @Nullable JsonNode contact(@Nullable String person, AdminApi api) {
        if (person == null) {
            return null;
        }
        if (person.equals("none")) {
            return NullNode.getInstance();
        }
        Matcher parts = PERSON.matcher(person);
        if (!parts.matches()) {
            throw api.usage("not a contact: " + person + " (expected " + CONTACT + " or none)");
        }
        return JsonText.object()
                .put("given_name", parts.group(1))
                .put("family_name", parts.group(2))
                .put("email", parts.group(3));
    }
}
