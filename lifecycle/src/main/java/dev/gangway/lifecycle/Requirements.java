package dev.gangway.lifecycle;

import static dev.gangway.lifecycle.Requirement.ADDRESS;
import static dev.gangway.lifecycle.Requirement.APPLICATION_NAME;
import static dev.gangway.lifecycle.Requirement.BANK_ADDENDUM_ACCEPTANCE;
import static dev.gangway.lifecycle.Requirement.BILLING_CONTACT;
import static dev.gangway.lifecycle.Requirement.IS_DILIGENCE_ATTESTED;
import static dev.gangway.lifecycle.Requirement.LEGAL_ENTITY_NAME;
import static dev.gangway.lifecycle.Requirement.QUESTIONNAIRES_CRA;
import static dev.gangway.lifecycle.Requirement.TECHNICAL_CONTACT;
import static dev.gangway.lifecycle.Requirement.WEBSITE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which product needs what, and what of it is still due.
public final class Requirements {
    /// One row of the table.
    ///
    /// @param products a product's name, or the beginning of names followed by `*`; `*` alone is every product
    /// @param needs what each of these products needs, besides what other rows ask of it
    public record Row(String products, List<Requirement> needs) {
        boolean covers(String product) {
            return products.endsWith("*")
                    ? product.startsWith(products.substring(0, products.length() - 1))
                    : product.equals(products);
        }
    }

    /// The whole table; a product needs the union of the rows that cover it.
    public static final List<Row> TABLE = List.of(
            new Row(
                    "*",
                    List.of(
                            LEGAL_ENTITY_NAME,
                            WEBSITE,
                            APPLICATION_NAME,
                            IS_DILIGENCE_ATTESTED,
                            TECHNICAL_CONTACT,
                            BILLING_CONTACT,
                            ADDRESS,
                            BANK_ADDENDUM_ACCEPTANCE)),
            new Row("cra_*", List.of(QUESTIONNAIRES_CRA)));

    private static final Set<String> COUNTRIES_WITH_REGIONS = Set.of("US", "CA");

    private Requirements() {}

    /// What at least one of the products needs and is not met, in the order of [Requirement]; empty when nothing
    /// is due, and when there are no products.
    ///
    /// @param products names on the wire, such as `auth` or `cra_base_report`; order and repetition do not matter
    public static List<Requirement> due(Profile customer, PartnerDefaults partner, Collection<String> products) {
        return Stream.of(Requirement.values())
                .filter(requirement -> products.stream().anyMatch(product -> isNeeded(requirement, product)))
                .filter(requirement -> !isMet(requirement, customer, partner))
                .toList();
    }

    private static boolean isNeeded(Requirement requirement, String product) {
        return TABLE.stream().anyMatch(row -> row.covers(product) && row.needs().contains(requirement));
    }

    /// Whether one requirement is met, needed or not.
    public static boolean isMet(Requirement requirement, Profile customer, PartnerDefaults partner) {
        return switch (requirement) {
            case LEGAL_ENTITY_NAME, WEBSITE, APPLICATION_NAME ->
                customer.text(requirement.wire()).isPresent();
            case IS_DILIGENCE_ATTESTED -> customer.at("is_diligence_attested").booleanValue();
            case TECHNICAL_CONTACT -> isComplete(customer.technicalContact(), partner.technicalContact());
            case BILLING_CONTACT -> isComplete(customer.billingContact(), partner.billingContact());
            case ADDRESS -> hasAddress(customer);
            case BANK_ADDENDUM_ACCEPTANCE -> hasAddendum(customer);
            case QUESTIONNAIRES_CRA -> hasCraQuestionnaire(customer.at("questionnaires", "cra"));
        };
    }

    /// A half-filled contact of the customer's does not hide the partner's: giving more never makes more due.
    private static boolean isComplete(Optional<Contact> own, @Nullable Contact standIn) {
        return own.filter(Contact::isComplete).isPresent() || (standIn != null && standIn.isComplete());
    }

    private static boolean hasAddress(Profile customer) {
        boolean hasRest = Stream.of("street", "city", "postal_code", "country_code")
                .allMatch(part -> customer.text("address", part).isPresent());
        boolean needsRegion = customer.text("address", "country_code")
                .filter(COUNTRIES_WITH_REGIONS::contains)
                .isPresent();
        return hasRest && (!needsRegion || customer.text("address", "region").isPresent());
    }

    /// The classic create asks the partner to attest the addendum with one boolean instead of the customer's own
    /// acceptance. The attestation counts, or no customer of that route could ever be enabled.
    private static boolean hasAddendum(Profile customer) {
        boolean attested = customer.at("is_bank_addendum_completed").booleanValue();
        boolean accepted =
                customer.at("bank_addendum_acceptance", "customer_accepted").booleanValue()
                        && customer.text("bank_addendum_acceptance", "customer_agreement_timestamp")
                                .isPresent()
                        && customer.text("bank_addendum_acceptance", "customer_ip_address")
                                .isPresent();
        return attested || accepted;
    }

    private static boolean hasCraQuestionnaire(JsonNode cra) {
        boolean hasUseCase = cra.path("purposes")
                .valueStream()
                .anyMatch(purpose -> purpose.path("use_cases").has(0));
        return hasUseCase
                && cra.path("is_third_party_involved").isBoolean()
                && cra.path("is_technical_service_provider_involved").isBoolean();
    }
}
