package dev.gangway.wire;

import static dev.gangway.wire.PlaidError.INVALID_FIELD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.customer.CustomerUpdate;
import dev.gangway.customer.EndCustomers;
import dev.gangway.customer.NewEndCustomer;
import dev.gangway.lifecycle.Profile;
import java.util.List;
import java.util.Optional;

/// The operations on end customers: each turns its request into a record, calls the facade once and prints.
record CustomerCalls(EndCustomers customers) {
    private static final int REFERENCE_LONGEST = 255;

    ObjectNode create(Call call) {
        return Answers.created(
                customers.create(call.access(), newCustomer(call, NewEndCustomer.Route.BETA), call.actor()));
    }

    ObjectNode createClassic(Call call) {
        return Answers.createdClassic(
                customers.create(call.access(), newCustomer(call, NewEndCustomer.Route.CLASSIC), call.actor()));
    }

    ObjectNode find(Call call) {
        return Answers.found(customers.find(call.access(), call.customer()));
    }

    ObjectNode findClassic(Call call) {
        return Answers.foundClassic(customers.find(call.access(), call.customer()));
    }

    ObjectNode update(Call call) {
        return Answers.found(customers.update(call.access(), call.customer(), change(call), call.actor()));
    }

    ObjectNode enable(Call call) {
        return Answers.enabled(customers.enable(call.access(), call.customer(), call.texts("products"), call.actor()));
    }

    ObjectNode enableClassic(Call call) {
        return Answers.enabledClassic(customers.enable(call.access(), call.customer(), List.of(), call.actor()));
    }

    ObjectNode remove(Call call) {
        customers.remove(call.access(), call.customer(), call.actor());
        return Json.object();
    }

    private static NewEndCustomer newCustomer(Call call, NewEndCustomer.Route route) {
        return new NewEndCustomer(
                route,
                Profile.of(call.body()),
                call.texts("products"),
                call.body().path("create_link_customization").booleanValue(),
                call.optionalText("logo"),
                reference(call));
    }

    private static Optional<String> reference(Call call) {
        Optional<String> reference = call.request().header("Gangway-Reference");
        reference
                .filter(text -> text.isBlank() || text.length() > REFERENCE_LONGEST)
                .ifPresent(_ -> {
                    throw new PlaidException(
                            INVALID_FIELD, "Gangway-Reference must be 1 to " + REFERENCE_LONGEST + " characters");
                });
        return reference;
    }

    private static CustomerUpdate change(Call call) {
        ObjectNode body = call.body();
        return new CustomerUpdate(
                body,
                body.has("products") ? Optional.of(call.texts("products")) : Optional.empty(),
                present(body, "create_link_customization").map(JsonNode::booleanValue),
                present(body, "logo").map(logo -> logo.asText("")));
    }

    private static Optional<JsonNode> present(ObjectNode body, String field) {
        return Optional.ofNullable(body.get(field));
    }
}
