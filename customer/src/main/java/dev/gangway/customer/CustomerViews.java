package dev.gangway.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.audit.AuditEvent;
import dev.gangway.base.Secret;
import dev.gangway.lifecycle.CustomerStatus;
import dev.gangway.lifecycle.ProductState;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.registration.Registration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the admin API shows end customers; `admin-api.yaml` describes each.
final class CustomerViews {
    private CustomerViews() {}

    record Summary(
            String clientId,
            String partner,
            String environment,
            String companyName,
            @Nullable String applicationName,
            @Nullable String reference,
            CustomerStatus status,
            Map<String, String> productStatuses,
            List<String> requirementsDue,
            Instant createdAt,
            Instant updatedAt) {

        static Summary of(EndCustomer customer) {
            return new Summary(
                    customer.clientId(),
                    customer.partner(),
                    customer.environment().wire(),
                    customer.profile().companyName().orElse(""),
                    customer.profile().applicationName().orElse(null),
                    customer.reference().orElse(null),
                    customer.status(),
                    statuses(customer),
                    customer.requirementsDue().stream().map(Requirement::wire).toList(),
                    customer.createdAt(),
                    customer.changedAt());
        }
    }

    record Detail(
            @JsonUnwrapped Summary summary,
            JsonNode profile,
            List<RegistrationView> registrations,
            List<AuditEvent> timeline) {}

    record RegistrationView(
            String institutionId,
            String institutionName,
            String status,
            @Nullable String errorMessage,
            @Nullable Instant dueAt) {
        static RegistrationView of(Registration registration) {
            return new RegistrationView(
                    registration.institution().id(),
                    registration.institution().name(),
                    registration.status().name(),
                    registration.problem() == null
                            ? null
                            : registration.problem().message(),
                    registration.dueAt());
        }
    }

    /// @param limited whether it stops when the end customer is enabled
    record KeyView(String id, String environment, boolean limited, Instant createdAt) {
        static KeyView of(CustomerKey key) {
            String environment = key.kind() == KeyKind.SANDBOX ? "sandbox" : "production";
            return new KeyView(key.id(), environment, key.kind() == KeyKind.LIMITED_PRODUCTION, key.issuedAt());
        }
    }

    /// @param secret shown this once
    record IssuedKeyView(@JsonUnwrapped KeyView key, String secret) {
        static IssuedKeyView of(CustomerKey key, Secret secret) {
            return new IssuedKeyView(KeyView.of(key), secret.reveal());
        }
    }

    record Review(
            String customer,
            String partner,
            String environment,
            String companyName,
            @Nullable String website,
            List<String> products,
            List<String> reasons,
            boolean channelConflict,
            Instant waitingSince) {}

    private static Map<String, String> statuses(EndCustomer customer) {
        Map<String, String> statuses = new LinkedHashMap<>();
        customer.products().forEach((product, state) -> statuses.put(product, state.wire()));
        return statuses;
    }

    static Review review(EndCustomer customer, boolean channelConflict) {
        List<String> products = customer.products().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ProductState.UnderReview)
                .map(Map.Entry::getKey)
                .toList();
        List<String> reasons = customer.products().values().stream()
                .filter(ProductState.UnderReview.class::isInstance)
                .map(state -> String.valueOf(state.reason()))
                .distinct()
                .toList();
        return new Review(
                customer.clientId(),
                customer.partner(),
                customer.environment().wire(),
                customer.profile().companyName().orElse(""),
                customer.profile().json().path("website").textValue(),
                products,
                reasons,
                channelConflict,
                customer.changedAt());
    }
}
