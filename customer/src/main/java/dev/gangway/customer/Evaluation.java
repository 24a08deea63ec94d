package dev.gangway.customer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.lifecycle.PartnerDefaults;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.lifecycle.Requirements;
import java.util.Collection;
import java.util.List;

/// What would be due, and which call meets it. Pure: nothing is changed by asking.
///
/// @param products what each product would lack
/// @param requirementsDue what is due over all of them, in the order of the requirement table
record Evaluation(List<Product> products, List<Due> requirementsDue) {
    record Product(String product, List<String> requirementsDue) {}

    /// @param fields dotted names of the fields that are missing
    /// @param route the call of the partner API that takes them
    record Due(String requirement, List<String> fields, String route) {}

    static Evaluation of(Profile profile, PartnerDefaults partner, Collection<String> products) {
        List<Product> each = products.stream()
                .map(product -> new Product(product, wire(Requirements.due(profile, partner, List.of(product)))))
                .toList();
        JsonNode known = profile.json();
        List<Due> due = Requirements.due(profile, partner, products).stream()
                .map(requirement -> new Due(requirement.wire(), missing(requirement, known), requirement.route()))
                .toList();
        return new Evaluation(each, due);
    }

    private static List<String> wire(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::wire).toList();
    }

    /// Those of the requirement's fields that are not given; all of them when what is given does not do.
    private static List<String> missing(Requirement requirement, JsonNode known) {
        List<String> missing = requirement.fields().stream()
                .filter(field -> known.at("/" + field.replace('.', '/')).isMissingNode())
                .toList();
        return missing.isEmpty() ? requirement.fields() : missing;
    }
}
