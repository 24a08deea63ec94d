package dev.gangway.partner;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.ProblemException;
import dev.gangway.lifecycle.Contact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the shape of the settings cannot say. Pure.
final class SettingsRules {
    private SettingsRules() {}

    /// @throws ProblemException REQUEST_INVALID naming the first rule that is broken
    static PartnerSettings checked(PartnerSettings settings) {
        checkProducts(settings.products());
        checkContact("technical_contact", settings.technicalContact());
        checkContact("billing_contact", settings.billingContact());
        return settings;
    }

    private static void checkProducts(List<String> products) {
        if (products.isEmpty()) {
            throw refusal("products", "must name at least one");
        }
        if (Set.copyOf(products).size() < products.size()) {
            throw refusal("products", "must name each once");
        }
        for (String product : products) {
            if (!Products.KNOWN.contains(product)) {
                throw refusal("products", "must be known names, got " + product);
            }
        }
    }

    private static void checkContact(String field, @Nullable Contact contact) {
        if (contact != null && !contact.isComplete()) {
            throw refusal(field, "must have given_name, family_name and email, or be null");
        }
    }

    private static ProblemException refusal(String field, String rule) {
        return new ProblemException(REQUEST_INVALID, field + ": " + rule);
    }
}
