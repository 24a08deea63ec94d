package dev.gangway.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.Secret;
import dev.gangway.customer.Created;
import dev.gangway.customer.Enabled;
import dev.gangway.customer.EndCustomer;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.partner.PartnerSettings;
import dev.gangway.registration.Registration;
import dev.gangway.registration.RegistrationProblem;
import dev.gangway.webhook.VerificationKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The members of the answers, without `request_id`, in the documented order.
final class Answers {
    private Answers() {}

    static ObjectNode created(Created created) {
        ObjectNode answer = found(created.customer());
        ((ObjectNode) answer.path("end_customer")).set("secrets", secrets(created));
        return answer;
    }

    static ObjectNode createdClassic(Created created) {
        ObjectNode answer = foundClassic(created.customer());
        ((ObjectNode) answer.path("end_customer")).set("secrets", secrets(created));
        return answer;
    }

    private static ObjectNode secrets(Created created) {
        return Json.object()
                .put("sandbox", created.sandbox().reveal())
                .put("production", created.production().reveal());
    }

    static ObjectNode found(EndCustomer customer) {
        ObjectNode answer = foundClassic(customer);
        ObjectNode shown = (ObjectNode) answer.path("end_customer");
        shown.set("product_statuses", statuses(customer));
        ArrayNode due = shown.putArray("requirements_due");
        customer.requirementsDue().stream().map(Requirement::wire).forEach(due::add);
        return answer;
    }

    static ObjectNode foundClassic(EndCustomer customer) {
        ObjectNode answer = Json.object();
        answer.putObject("end_customer")
                .put("client_id", customer.clientId())
                .put("company_name", customer.profile().companyName().orElse(""))
                .put("status", customer.status().name());
        return answer;
    }

    static ObjectNode enabled(Enabled enabled) {
        EndCustomer customer = enabled.customer();
        ObjectNode answer = Json.object()
                .put("end_customer_client_id", customer.clientId())
                .put("status", customer.status().name());
        answer.set("product_statuses", statuses(customer));
        return answer.put("production_secret", secret(enabled));
    }

    static ObjectNode enabledClassic(Enabled enabled) {
        return Json.object().put("production_secret", secret(enabled));
    }

    /// Only the first enablement issues one.
    private static @Nullable String secret(Enabled enabled) {
        return enabled.productionSecret().map(Secret::reveal).orElse(null);
    }

    static ObjectNode verificationKey(VerificationKey key) {
        ObjectNode answer = Json.object();
        answer.set("key", Json.MAPPER.valueToTree(key));
        return answer;
    }

    /// What the partner itself has done, above the list of institutions.
    static ObjectNode agreements(PartnerSettings partner) {
        return Json.object()
                .put("flowdown_status", partner.flowdownCompleted() ? "COMPLETE" : "NOT_STARTED")
                .put("questionnaire_status", partner.questionnaireCompleted() ? "COMPLETE" : "NOT_STARTED");
    }

    static ObjectNode institution(Registration registration) {
        ObjectNode shown = Json.object()
                .put("name", registration.institution().name())
                .put("institution_id", registration.institution().id());
        shown.putObject("environments").put("production", registration.status().name());
        LocalDate enabledOn = registration.enabledOn();
        shown.put("production_enablement_date", enabledOn == null ? null : enabledOn.toString());
        shown.putNull("classic_disablement_date");
        ArrayNode errors = shown.putArray("errors");
        RegistrationProblem problem = registration.problem();
        if (problem != null) {
            errors.addObject()
                    .put("error_type", "PARTNER_ERROR")
                    .put("error_code", "OAUTH_REGISTRATION_ERROR")
                    .put("error_message", problem.message())
                    .putNull("display_message")
                    .put("request_id", problem.requestId());
        }
        return shown;
    }

    private static ObjectNode statuses(EndCustomer customer) {
        ObjectNode statuses = Json.object();
        customer.products().forEach((product, state) -> statuses.put(product, state.wire()));
        return statuses;
    }
}
