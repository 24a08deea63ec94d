package dev.gangway.wire;

import static dev.gangway.wire.PlaidError.INVALID_API_KEYS;
import static dev.gangway.wire.PlaidError.INVALID_BODY;
import static dev.gangway.wire.PlaidError.INVALID_HEADERS;
import static dev.gangway.wire.PlaidError.KEYS_OF_AN_END_CUSTOMER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Answer;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.Request;
import dev.gangway.catalog.Operation;
import dev.gangway.customer.EndCustomers;
import dev.gangway.partner.PartnerAccess;
import dev.gangway.partner.Partners;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The stages that every Plaid-style request passes, in their order: body syntax, headers, credentials, rate limit,
/// unknown, missing and invalid fields, then the operation itself.
record PlaidEdge(
        Partners partners,
        EndCustomers customers,
        RateLimits rateLimits,
        BodyRules rules,
        IdempotencyKeys idempotency) {
    private static final String VERSION = "2020-09-14";

    /// What an operation does once its request is known to be good.
    ///
    /// @param answer makes the members of the answer, without `request_id`
    record Work(Operation operation, boolean takesIdempotencyKey, Function<Call, ObjectNode> answer) {}

    Answer serve(Work work, Request request) {
        ObjectNode body = parse(request);
        requireVersion(request);
        PartnerAccess access = authenticate(Credentials.of(request, body));
        rateLimits.take(access);
        rules.check(work.operation(), body, access);
        Call call = new Call(request, access, body);
        Optional<String> key = work.takesIdempotencyKey() ? IdempotencyKeys.keyOf(request) : Optional.empty();
        return key.isPresent()
                ? idempotency.once(call, work.operation().id(), key.get(), () -> answer(work, call))
                : answer(work, call);
    }

    private static Answer answer(Work work, Call call) {
        return Answer.ok(
                work.answer().apply(call).put("request_id", call.request().id()));
    }

    private static ObjectNode parse(Request request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals("application/json")) {
            throw new PlaidException(INVALID_BODY);
        }
        try {
            if (Json.parse(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (MalformedJson malformed) {
            // answered below, like JSON that is not an object
        }
        throw new PlaidException(INVALID_BODY);
    }

    private static void requireVersion(Request request) {
        String version = request.header("Plaid-Version").orElse(VERSION);
        if (!version.equals(VERSION)) {
            throw new PlaidException(INVALID_HEADERS, "Plaid-Version must be " + VERSION);
        }
    }

    private PartnerAccess authenticate(Credentials credentials) {
        return partners.authenticate(credentials.clientId(), credentials.secret())
                .orElseThrow(() -> new PlaidException(
                        customers.ownsKey(credentials.clientId(), credentials.secret())
                                ? KEYS_OF_AN_END_CUSTOMER
                                : INVALID_API_KEYS));
    }
}
