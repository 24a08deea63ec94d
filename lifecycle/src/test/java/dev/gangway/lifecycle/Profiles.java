package dev.gangway.lifecycle;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/// Profiles for tests: one that meets every requirement, and any part of it.
final class Profiles {
    private static final ObjectNode EVERYTHING = object("""
            {"company_name": "Harbour Bikes", "legal_entity_name": "Harbour Bikes GmbH",
             "website": "https://harbour-bikes.example", "application_name": "Harbour",
             "is_diligence_attested": true,
             "technical_contact": {"given_name": "Ada", "family_name": "Berg", "email": "ada@harbour-bikes.example"},
             "billing_contact": {"given_name": "Bo", "family_name": "Lund", "email": "bo@harbour-bikes.example"},
             "address": {"street": "1 Quay", "city": "Duluth", "region": "MN", "postal_code": "55802", "country_code": "US"},
             "bank_addendum_acceptance": {"customer_accepted": true, "customer_ip_address": "192.0.2.7",
                                          "customer_agreement_timestamp": "2026-03-01T09:30:00Z"},
             "questionnaires": {"cra": {"purposes": {"EMPLOYMENT": {"use_cases": ["TENANT_SCREENING"]}},
                                        "is_third_party_involved": false,
                                        "is_technical_service_provider_involved": true}}}
            """);

    private static final List<String> LEAVES = leaves("", EVERYTHING);

    private Profiles() {}

    /// Meets every requirement of every product on its own, without the partner's defaults.
    static Profile complete() {
        return Profile.of(EVERYTHING);
    }

    /// [#complete()] after an update.
    static Profile completeBut(String update) {
        return complete().merge(object(update));
    }

    /// Any part of what can be known, each leaf as it should be, useless (blank, false, empty), or not there.
    static ObjectNode any(RandomGenerator random) {
        return anyOf(LEAVES, random);
    }

    /// Anything on top of what is known already: leaves that the profile has not.
    static ObjectNode more(Profile known, RandomGenerator random) {
        return anyOf(
                LEAVES.stream()
                        .filter(leaf -> known.json().at(leaf).isMissingNode())
                        .toList(),
                random);
    }

    /// The fields as the complete profile has them.
    ///
    /// @param fields dotted names, such as `address.city`
    static ObjectNode only(Collection<String> fields) {
        ObjectNode part = Json.object();
        fields.forEach(field -> {
            String leaf = "/" + field.replace('.', '/');
            put(part, leaf, EVERYTHING.at(leaf));
        });
        return part;
    }

    static ObjectNode object(String json) {
        return (ObjectNode) Json.parse(json);
    }

    private static ObjectNode anyOf(List<String> leaves, RandomGenerator random) {
        int fullness = random.nextInt(1, 11); // tenths, so that nearly complete profiles are common too
        ObjectNode part = Json.object();
        for (String leaf : leaves) {
            if (random.nextInt(10) < fullness) {
                JsonNode useful = EVERYTHING.at(leaf);
                put(part, leaf, random.nextInt(10) < fullness ? useful : useless(useful));
            }
        }
        return part;
    }

    private static JsonNode useless(JsonNode leaf) {
        return switch (leaf.getNodeType()) {
            case BOOLEAN -> Json.parse("false");
            case ARRAY -> Json.array();
            default -> Json.parse("\" \"");
        };
    }

    private static void put(ObjectNode root, String leaf, JsonNode value) {
        JsonPointer pointer = JsonPointer.compile(leaf);
        ObjectNode parent = pointer.head().matches() ? root : root.withObject(pointer.head());
        parent.set(pointer.last().getMatchingProperty(), value);
    }

    private static List<String> leaves(String path, JsonNode node) {
        if (!node.isObject()) {
            return List.of(path);
        }
        List<String> leaves = new ArrayList<>();
        node.properties().forEach(member -> leaves.addAll(leaves(path + "/" + member.getKey(), member.getValue())));
        return leaves;
    }
}
