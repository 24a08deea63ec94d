package dev.gangway.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import dev.gangway.lifecycle.ProductState;
import dev.gangway.lifecycle.Profile;
import dev.gangway.lifecycle.Requirement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/// An end customer as a row and back.
final class EndCustomerRow {
    static final RowMapper<EndCustomer> MAPPER = (row, context) -> read(row);
    private static final Map<String, Requirement> REQUIREMENTS =
            Stream.of(Requirement.values()).collect(Collectors.toMap(Requirement::wire, Function.identity()));

    private EndCustomerRow() {}

    static <S extends SqlStatement<S>> S bind(EndCustomer customer, S statement) {
        Profile profile = customer.profile();
        return statement
                .bind("world", customer.world().value())
                .bind("clientId", customer.clientId())
                .bind("partner", customer.partner())
                .bind("environment", customer.environment().wire())
                .bind("reference", customer.reference())
                .bind("companyName", profile.companyName())
                .bind("applicationName", profile.applicationName())
                .bind("websiteHost", profile.websiteHost())
                .bind("profile", Json.text(profile.json()))
                .bind("products", Json.text(write(customer.products())))
                .bind("status", customer.status().name())
                .bindArray("requirementsDue", String.class, wire(customer.requirementsDue()))
                .bind("linkCustomization", customer.linkCustomization())
                .bind("hasLogo", customer.hasLogo())
                .bind("createdAt", customer.createdAt())
                .bind("changedAt", customer.changedAt());
    }

    private static List<String> wire(List<Requirement> requirements) {
        return requirements.stream().map(Requirement::wire).toList();
    }

    private static EndCustomer read(ResultSet row) throws SQLException {
        return new EndCustomer(
                new WorldId(row.getString("world_id")),
                row.getString("client_id"),
                row.getString("partner_id"),
                Environment.of(row.getString("environment")),
                Optional.ofNullable(row.getString("reference")),
                Profile.of((ObjectNode) Json.parse(row.getString("profile"))),
                products(Json.parse(row.getString("products"))),
                requirements((String[]) row.getArray("requirements_due").getArray()),
                row.getBoolean("link_customization"),
                row.getBoolean("has_logo"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static List<Requirement> requirements(String[] wire) {
        return Arrays.stream(wire).map(REQUIREMENTS::get).toList();
    }

    private static ArrayNode write(SequencedMap<String, ProductState> products) {
        ArrayNode array = Json.array();
        products.forEach((product, state) -> array.addObject()
                .put("product", product)
                .put("state", state.wire())
                .put("reason", state.reason()));
        return array;
    }

    private static SequencedMap<String, ProductState> products(JsonNode array) {
        SequencedMap<String, ProductState> products = new LinkedHashMap<>();
        array.forEach(entry -> products.put(
                entry.path("product").asText(),
                ProductState.of(
                        entry.path("state").asText(), entry.path("reason").textValue())));
        return products;
    }
}
