package dev.gangway.wire;

import static dev.gangway.wire.PlaidError.INVALID_FIELD;
import static dev.gangway.wire.PlaidError.MISSING_FIELDS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Request;
import dev.gangway.base.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a caller presents: `client_id` and `secret`, in the body, in the headers `PLAID-CLIENT-ID` and
/// `PLAID-SECRET`, or in both when they agree. Their form is never held against a pattern: real ids and the
/// documented examples differ.
record Credentials(String clientId, Secret secret) {
    /// @throws PlaidException INVALID_FIELD, MISSING_FIELDS
    static Credentials of(Request request, JsonNode body) {
        @Nullable String clientId = one(request, "PLAID-CLIENT-ID", body, "client_id");
        @Nullable String secret = one(request, "PLAID-SECRET", body, "secret");
        if (clientId == null || secret == null) {
            List<String> missing = new ArrayList<>();
            if (clientId == null) {
                missing.add("client_id");
            }
            if (secret == null) {
                missing.add("secret");
            }
            throw new PlaidException(MISSING_FIELDS, String.join(", ", missing));
        }
        return new Credentials(clientId, new Secret(secret));
    }

    private static @Nullable String one(Request request, String header, JsonNode body, String field) {
        @Nullable String fromBody = text(body.get(field), field);
        @Nullable String fromHeader = request.header(header).orElse(null);
        if (fromHeader != null && fromHeader.isBlank()) {
            throw malformed(field);
        }
        if (fromBody != null && fromHeader != null && !fromBody.equals(fromHeader)) {
            throw new PlaidException(
                    INVALID_FIELD, field + " must be the same in the body and in the header " + header);
        }
        return fromBody == null ? fromHeader : fromBody;
    }

    private static @Nullable String text(@Nullable JsonNode value, String field) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank() || hasControls(value.textValue())) {
            throw malformed(field);
        }
        return value.textValue();
    }

    /// PostgreSQL, where the id is looked up, cannot even be asked for a NUL.
    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static PlaidException malformed(String field) {
        return new PlaidException(INVALID_FIELD, field + " must be a properly formatted, non-empty string");
    }
}
