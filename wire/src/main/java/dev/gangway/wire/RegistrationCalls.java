package dev.gangway.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.customer.EndCustomer;
import dev.gangway.customer.EndCustomers;
import dev.gangway.partner.PartnerSettings;
import dev.gangway.registration.Registrations;
import dev.gangway.webhook.Webhooks;

/// The operations on what happens after enablement: institutions and webhook keys.
record RegistrationCalls(EndCustomers customers, Registrations registrations, Webhooks webhooks) {
    ObjectNode institutions(Call call) {
        EndCustomer customer = customers.find(call.access(), call.customer());
        return institutions(customer, call.access().partner().settings());
    }

    ObjectNode institutions(EndCustomer customer, PartnerSettings partner) {
        ObjectNode answer = Answers.agreements(partner);
        ArrayNode institutions = answer.putArray("institutions");
        registrations.of(customer.world(), customer.clientId()).stream()
                .map(Answers::institution)
                .forEach(institutions::add);
        return answer;
    }

    ObjectNode verificationKey(Call call) {
        return webhooks.verificationKey(call.world(), call.environment(), call.text("key_id"))
                .map(Answers::verificationKey)
                .orElseThrow(() -> new PlaidException(PlaidError.INVALID_WEBHOOK_VERIFICATION_KEY_ID));
    }
}
