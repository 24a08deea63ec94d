package dev.gangway.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.ErrorCode;
import dev.gangway.base.ErrorStyle;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import dev.gangway.base.Route;
import dev.gangway.base.RouteTable;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A route table whose request bodies are held against `admin-api.yaml` before a handler sees them.
record AdminBodies(RouteTable table, Catalog catalog) implements RouteTable {
    @Override
    public List<Route> routes() {
        return table.routes().stream().map(this::checked).toList();
    }

    @Override
    public ErrorStyle errors() {
        return table.errors();
    }

    private Route checked(Route route) {
        Optional<Operation> operation = catalog.operation(route.operation())
                .filter(found -> !found.request().fields().isEmpty());
        return operation.isEmpty()
                ? route
                : route.with(request -> {
                    check(operation.get(), request);
                    return route.handler().handle(request);
                });
    }

    /// No body at all is one without members.
    private static void check(Operation operation, Request request) {
        JsonNode body = request.body().length == 0 ? Json.object() : request.json();
        Findings findings = BodyCheck.check(operation, body);
        List<String> wrong = new ArrayList<>();
        findings.unknown().forEach(field -> wrong.add(field + " is not known here"));
        findings.missing().forEach(field -> wrong.add(field + " is missing"));
        findings.invalid().forEach(invalid -> wrong.add(invalid.sentence()));
        if (!wrong.isEmpty()) {
            throw new ProblemException(ErrorCode.REQUEST_INVALID, String.join("; ", wrong));
        }
    }
}
