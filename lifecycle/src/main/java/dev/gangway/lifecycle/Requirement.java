package dev.gangway.lifecycle;

import java.util.List;
import java.util.stream.Stream;

/// Something that must be known about an end customer before it can be reviewed for a product. The order is the
/// one in which `requirements_due` lists them.
public enum Requirement {
    LEGAL_ENTITY_NAME("legal_entity_name"),
    WEBSITE("website"),
    APPLICATION_NAME("application_name"),
    IS_DILIGENCE_ATTESTED("is_diligence_attested"),
    TECHNICAL_CONTACT("technical_contact"),
    BILLING_CONTACT("billing_contact"),
    ADDRESS("address"),
    BANK_ADDENDUM_ACCEPTANCE("bank_addendum_acceptance"),
    QUESTIONNAIRES_CRA("questionnaires.cra");

    private final String wire;

    Requirement(String wire) {
        this.wire = wire;
    }

    /// The name in `requirements_due`, such as `questionnaires.cra`: also the dotted name of the field to give.
    public String wire() {
        return wire;
    }

    /// Dotted names of the fields that meet this requirement together, such as `technical_contact.email`.
    /// `address.region` is needed in the US and Canada only.
    public List<String> fields() {
        return switch (this) {
            case LEGAL_ENTITY_NAME, WEBSITE, APPLICATION_NAME, IS_DILIGENCE_ATTESTED -> List.of(wire);
            case TECHNICAL_CONTACT, BILLING_CONTACT -> members("given_name", "family_name", "email");
            case ADDRESS -> members("street", "city", "region", "postal_code", "country_code");
            case BANK_ADDENDUM_ACCEPTANCE ->
                members("customer_accepted", "customer_ip_address", "customer_agreement_timestamp");
            case QUESTIONNAIRES_CRA ->
                members("purposes", "is_third_party_involved", "is_technical_service_provider_involved");
        };
    }

    private List<String> members(String... names) {
        return Stream.of(names).map(name -> wire + "." + name).toList();
    }

    /// The route that takes [#fields()]: one route meets them all, whichever way the customer was created.
    public String route() {
        return "/beta/partner/customer/v1/update";
    }
}
