package dev.gangway.app;

import dev.gangway.catalog.Catalog;
import dev.gangway.lifecycle.Requirement;
import dev.gangway.lifecycle.Requirements;
import dev.gangway.web.Reference;
import dev.gangway.wire.PlaidError;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Copies for the reference pages what the code itself works by.
final class WebReference {
    private static final Predicate<Reference.Operation> IS_ADMIN =
            operation -> operation.path().startsWith("/api/v1/");

    private WebReference() {}

    static Reference of(Catalog catalog) {
        List<Reference.Operation> operations = catalog.operations().stream()
                .map(operation -> new Reference.Operation(operation.method(), operation.path(), operation.summary()))
                .toList();
        return new Reference(
                Stream.of(PlaidError.values())
                        .map(WebReference::failure)
                        .distinct() // one error can be answered for two reasons
                        .toList(),
                Requirements.TABLE.stream().map(WebReference::requirement).toList(),
                List.of(
                        api("Partner API", "/openapi/partner-api.yaml", operations, IS_ADMIN.negate()),
                        api("Admin API", "/openapi/admin-api.yaml", operations, IS_ADMIN)));
    }

    private static Reference.Failure failure(PlaidError error) {
        String message = error.message().equals("%s")
                ? "(says what is wrong)"
                : error.message().replace("%s", "…");
        return new Reference.Failure(
                error.status(), error.type(), error.code(), message, Optional.ofNullable(error.suggestedAction()));
    }

    private static Reference.Requirement requirement(Requirements.Row row) {
        return new Reference.Requirement(
                row.products(), row.needs().stream().map(Requirement::wire).toList());
    }

    private static Reference.Interface api(
            String title, String document, List<Reference.Operation> operations, Predicate<Reference.Operation> its) {
        return new Reference.Interface(
                title, document, operations.stream().filter(its).toList());
    }
}
