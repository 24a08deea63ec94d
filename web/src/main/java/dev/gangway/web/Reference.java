package dev.gangway.web;

import java.util.List;
import java.util.Optional;

/// What the reference pages tell. The composition root copies it from the tables that the code itself works by, so
/// that the pages cannot fall behind.
///
/// @param errors every error of the partner API, in the order in which they are tried
/// @param requirements which products need what
/// @param interfaces one for each OpenAPI document
public record Reference(List<Failure> errors, List<Requirement> requirements, List<Interface> interfaces) {
    /// Every `error_type`, in the order in which they come.
    List<String> types() {
        return errors.stream().map(Failure::type).distinct().toList();
    }

    List<Failure> errorsOf(String type) {
        return errors.stream().filter(error -> error.type().equals(type)).toList();
    }

    /// One row of the error table.
    ///
    /// @param type `error_type`, such as `PARTNER_ERROR`
    /// @param code `error_code`
    /// @param message `error_message`; `…` stands for what differs from case to case
    /// @param advice `suggested_action`, if there is one
    public record Failure(int status, String type, String code, String message, Optional<String> advice) {}

    /// What some products need.
    ///
    /// @param products a name, the beginning of names followed by `*`, or `*` for every product
    /// @param fields a name in `requirements_due`
    public record Requirement(String products, List<String> fields) {}

    /// An API.
    ///
    /// @param document the path of its OpenAPI document
    public record Interface(String title, String document, List<Operation> operations) {}

    /// @param summary one sentence
    public record Operation(String method, String path, String summary) {}
}
