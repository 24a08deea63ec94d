package dev.gangway.wire;

import static dev.gangway.wire.PlaidError.INVALID_FIELD;
import static dev.gangway.wire.PlaidError.MISSING_FIELDS;
import static dev.gangway.wire.PlaidError.UNKNOWN_FIELDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Clocks;
import dev.gangway.base.Environment;
import dev.gangway.catalog.BodyCheck;
import dev.gangway.catalog.Catalog;
import dev.gangway.catalog.Field;
import dev.gangway.catalog.Findings;
import dev.gangway.catalog.Findings.Invalid;
import dev.gangway.catalog.Operation;
import dev.gangway.partner.PartnerAccess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds a body against its operation's model, and against the rules that need to know the time or the environment.
///
/// @param refused fields of ours that update does not take, when it is as strict as Plaid's; else none
record BodyRules(Clocks clocks, Set<String> refused) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final String UPDATE = "betaPartnerCustomerV1Update";

    /// @param strictUpdate whether update takes only the fields that Plaid documents
    static BodyRules of(Clocks clocks, Catalog catalog, boolean strictUpdate) {
        if (!strictUpdate) {
            return new BodyRules(clocks, Set.of());
        }
        Operation update = catalog.operation(UPDATE).orElseThrow();
        return new BodyRules(
                clocks,
                update.request().fields().stream()
                        .filter(Field::isAddition)
                        .map(Field::path)
                        .collect(Collectors.toSet()));
    }

    /// @throws PlaidException UNKNOWN_FIELDS, MISSING_FIELDS or INVALID_FIELD, in this order, naming every field
    void check(Operation operation, ObjectNode body, PartnerAccess access) {
        Findings findings = BodyCheck.check(operation, body);
        List<String> unknown = unknown(operation, body, findings);
        if (!unknown.isEmpty()) {
            throw new PlaidException(UNKNOWN_FIELDS, String.join(", ", unknown));
        }
        if (!findings.missing().isEmpty()) {
            throw new PlaidException(MISSING_FIELDS, String.join(", ", findings.missing()));
        }
        List<Invalid> invalid = new ArrayList<>(findings.invalid());
        Set<String> named = invalid.stream().map(Invalid::field).collect(Collectors.toSet());
        inContext(body, access).filter(found -> !named.contains(found.field())).forEach(invalid::add);
        if (!invalid.isEmpty()) {
            throw new PlaidException(
                    INVALID_FIELD, invalid.stream().map(Invalid::sentence).collect(Collectors.joining("; ")));
        }
    }

    private List<String> unknown(Operation operation, ObjectNode body, Findings findings) {
        if (!operation.id().equals(UPDATE)) {
            return findings.unknown();
        }
        Stream<String> ours = body.properties().stream().map(Map.Entry::getKey).filter(refused::contains);
        return Stream.concat(ours, findings.unknown().stream()).distinct().toList();
    }

    private Stream<Invalid> inContext(ObjectNode body, PartnerAccess access) {
        List<Invalid> invalid = new ArrayList<>();
        JsonNode uris = body.path("redirect_uris");
        for (int at = 0; at < uris.size(); at++) {
            if (isPlainHttp(uris.path(at).asText()) && !mayBePlain(uris.path(at).asText(), access.environment())) {
                invalid.add(new Invalid("redirect_uris[" + at + "]", "https (http is for localhost in sandbox)"));
            }
        }
        String agreed = body.path("bank_addendum_acceptance")
                .path("customer_agreement_timestamp")
                .asText("");
        Instant latest = clocks.now(access.partner().world()).plus(CLOCK_SKEW);
        if (!agreed.isEmpty() && isAfter(agreed, latest)) {
            invalid.add(new Invalid(
                    "bank_addendum_acceptance.customer_agreement_timestamp", "a time that is not in the future"));
        }
        return invalid.stream();
    }

    private static boolean isPlainHttp(String uri) {
        return uri.regionMatches(true, 0, "http://", 0, "http://".length());
    }

    private static boolean mayBePlain(String uri, Environment environment) {
        try {
            return environment == Environment.SANDBOX
                    && "localhost".equalsIgnoreCase(URI.create(uri).getHost());
        } catch (IllegalArgumentException malformed) {
            return false; // the model's own format check names it
        }
    }

    private static boolean isAfter(String text, Instant latest) {
        try {
            return OffsetDateTime.parse(text).toInstant().isAfter(latest);
        } catch (DateTimeParseException malformed) {
            return false; // the model's own format check names it
        }
    }
}
