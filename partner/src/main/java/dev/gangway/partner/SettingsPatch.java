package dev.gangway.partner;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.ProblemException;
import dev.gangway.lifecycle.Contact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes settings by JSON merge patch (RFC 7396) and holds the result against what their shape cannot say. Pure.
final class SettingsPatch {
    private static final Set<String> CLEARABLE =
            Set.of("technical_contact", "billing_contact", "customer_support_info");

    private SettingsPatch() {}

    static PartnerSettings apply(PartnerSettings settings, JsonNode patch) {
        ObjectNode merged = Json.MAPPER.valueToTree(settings);
        patch.properties().forEach(member -> refuseClearing(member.getKey(), member.getValue()));
        merge(merged, patch);
        return checked(read(merged));
    }

    private static void refuseClearing(String field, JsonNode value) {
        if (value.isNull() && !CLEARABLE.contains(field)) {
            throw invalid(field, "must have a value, got null");
        }
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(member -> {
            String field = member.getKey();
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(field);
            } else if (value.isObject()) {
                merge(target.path(field).isObject() ? (ObjectNode) target.get(field) : target.putObject(field), value);
            } else {
                target.set(field, value);
            }
        });
    }

    private static PartnerSettings read(ObjectNode merged) {
        try {
            return Json.read(merged, PartnerSettings.class);
        } catch (MalformedJson misfit) {
            throw invalid("settings", "unknown or ill-typed members");
        }
    }

    private static PartnerSettings checked(PartnerSettings settings) {
        checkProducts(settings.products());
        checkContact("technical_contact", settings.technicalContact());
        checkContact("billing_contact", settings.billingContact());
        return settings;
    }

    private static void checkProducts(List<String> products) {
        if (products.isEmpty()) {
            throw invalid("products", "at least one");
        }
        products.stream()
                .filter(product -> !Products.KNOWN.contains(product))
                .findFirst()
                .ifPresent(unknown -> {
                    throw invalid("products", "must be known product names, got " + unknown);
                });
        if (Set.copyOf(products).size() < products.size()) {
            throw invalid("products", "must name each product once");
        }
    }

    private static void checkContact(String field, @Nullable Contact contact) {
        if (contact != null && !contact.isComplete()) {
            throw invalid(field, "must have given_name, family_name and email, or be null");
        }
    }

    private static ProblemException invalid(String field, String rule) {
        return new ProblemException(REQUEST_INVALID, field + ": " + rule);
    }
}
