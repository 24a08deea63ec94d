package dev.gangway.tests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;

/// Request bodies that are right, for tests to send or to break.
final class Bodies {
    private Bodies() {}

    static ObjectNode customer(String clientId) {
        return Json.object().put("end_customer_client_id", clientId);
    }

    /// What the beta create requires, and nothing more.
    static ObjectNode little(String applicationName) {
        ObjectNode body = Json.object()
                .put("company_name", "Blue Water")
                .put("website", "https://" + host(applicationName))
                .put("application_name", applicationName);
        body.putObject("address").put("city", "Paris").put("country_code", "FR");
        body.putObject("customer_support_info").put("email", "help@bluewater.example");
        return body;
    }

    /// A beta create that leaves nothing due.
    static ObjectNode full(String applicationName) {
        ObjectNode body = little(applicationName);
        body.put("legal_entity_name", "Blue Water SA").put("is_diligence_attested", true);
        body.set("technical_contact", contact("ada"));
        body.set("billing_contact", contact("grace"));
        body.set("address", address());
        body.set("bank_addendum_acceptance", addendum());
        body.set("questionnaires", questionnaires());
        return body;
    }

    /// A classic create.
    static ObjectNode classic(String applicationName) {
        ObjectNode body = Json.object()
                .put("company_name", "Blue Water")
                .put("is_diligence_attested", true)
                .put("legal_entity_name", "Blue Water SA")
                .put("website", "https://" + host(applicationName))
                .put("application_name", applicationName)
                .put("is_bank_addendum_completed", true);
        body.set("address", address());
        body.set("technical_contact", contact("ada"));
        body.set("billing_contact", contact("grace"));
        body.putArray("products").add("transactions");
        return body;
    }

    static ObjectNode contact(String name) {
        return Json.object()
                .put("given_name", name)
                .put("family_name", "Example")
                .put("email", name + "@bluewater.example");
    }

    static ObjectNode address() {
        return Json.object()
                .put("city", "Paris")
                .put("street", "1 rue de la Paix")
                .put("region", "IDF")
                .put("postal_code", "75002")
                .put("country_code", "FR");
    }

    static ObjectNode addendum() {
        return Json.object()
                .put("customer_accepted", true)
                .put("customer_ip_address", "203.0.113.7")
                .put("customer_agreement_timestamp", "2026-01-31T10:00:00Z");
    }

    static ObjectNode questionnaires() {
        ObjectNode questionnaires = Json.object();
        ObjectNode cra = questionnaires.putObject("cra");
        cra.putObject("purposes").putObject("EMPLOYMENT").putArray("use_cases").add("UTILITIES");
        cra.put("is_third_party_involved", false).put("is_technical_service_provider_involved", false);
        return questionnaires;
    }

    /// A website of its own for every application, so that no two customers are in conflict by accident.
    private static String host(String applicationName) {
        return applicationName.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".example";
    }
}
