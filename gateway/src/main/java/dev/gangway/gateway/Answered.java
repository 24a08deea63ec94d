package dev.gangway.gateway;

import dev.gangway.base.RawExchange.Header;
import dev.gangway.openapi.OperationModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// An upstream's whole answer.
///
/// @param operation that the request met; empty when the provider has none
/// @param literals what was filled in; masked wherever the answer is shown
public record Answered(
        int status, List<Header> headers, byte[] body, Optional<OperationModel> operation, List<String> literals) {
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The body without its secrets, for those who should not see them: agents, logs, screens.
    public String masked() {
        return Masks.response(body, status, operation.orElse(null), literals);
    }
}
