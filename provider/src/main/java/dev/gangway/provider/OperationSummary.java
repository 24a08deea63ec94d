package dev.gangway.provider;

import dev.gangway.openapi.OperationModel;

/// One line of a list of operations.
///
/// @param group the heading that it is listed under
public record OperationSummary(
        String id, String method, String path, String summary, String group, boolean deprecated) {
    static OperationSummary of(OperationModel operation) {
        return new OperationSummary(
                operation.id(),
                operation.method(),
                operation.path(),
                operation.summary(),
                operation.group(),
                operation.deprecated());
    }
}
