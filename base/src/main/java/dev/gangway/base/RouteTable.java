package dev.gangway.base;

import java.util.List;

/// The HTTP surface of one module. A test compares all tables with the OpenAPI documents.
@FunctionalInterface
public interface RouteTable {
    List<Route> routes();

    /// How this surface tells what went wrong; `application/problem+json` unless overridden.
    default ErrorStyle errors() {
        return ErrorStyle.PROBLEM_JSON;
    }
}
