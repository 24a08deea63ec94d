package dev.gangway.wire;

import static dev.gangway.wire.PlaidError.Type.API_ERROR;
import static dev.gangway.wire.PlaidError.Type.INVALID_INPUT;
import static dev.gangway.wire.PlaidError.Type.INVALID_REQUEST;
import static dev.gangway.wire.PlaidError.Type.PARTNER_ERROR;
import static dev.gangway.wire.PlaidError.Type.RATE_LIMIT_EXCEEDED;

import org.jspecify.annotations.Nullable;

/// Every error of the Plaid-style routes, one row each: codes and messages are Plaid's, to the letter, because clients
/// depend on them. Above the line the order in which the stages of a request are tried; below it the business
/// rules, likewise in their order. `docs/partner-api.md` shows this table, and a test compares the two.
public enum PlaidError { // status, type, error_code (null: the name), message, suggested action
    NOT_FOUND(404, INVALID_REQUEST, null, "not found", "check the path; every route is a POST"),
    INVALID_BODY(
            400, INVALID_REQUEST, null, "body could not be parsed as JSON", "send one JSON object as application/json"),
    BODY_TOO_LARGE(413, INVALID_REQUEST, "INVALID_BODY", "body is larger than 8 MiB", null),
    INVALID_HEADERS(400, INVALID_REQUEST, null, "%s", null),
    MISSING_FIELDS(400, INVALID_REQUEST, null, "the following required fields are missing: %s", null),
    UNKNOWN_FIELDS(400, INVALID_REQUEST, null, "the following fields are not recognized by this endpoint: %s", null),
    INVALID_FIELD(400, INVALID_REQUEST, null, "%s", null),
    INVALID_API_KEYS(400, INVALID_INPUT, null, "invalid client_id or secret provided", null),
    KEYS_OF_AN_END_CUSTOMER(
            400,
            INVALID_INPUT,
            "UNAUTHORIZED_ROUTE_ACCESS",
            "you are not authorized to access this route in this api environment.",
            "use the partner's own keys"),
    RATE_LIMIT(
            429,
            RATE_LIMIT_EXCEEDED,
            null,
            "rate limit exceeded for attempts to access this item. please try again later",
            "wait for as long as Retry-After says"),

    CUSTOMER_NOT_FOUND(404, PARTNER_ERROR, null, "the customer was not found", null),
    FLOWDOWN_NOT_COMPLETE(
            412, PARTNER_ERROR, null, "you must complete a flowdown to create and enable customers", null),
    QUESTIONNAIRE_NOT_COMPLETE(
            412,
            PARTNER_ERROR,
            null,
            "you must complete the security questionnaire to create and enable customers",
            null),
    CUSTOMER_NOT_READY_FOR_ENABLEMENT(
            412,
            PARTNER_ERROR,
            null,
            "this customer is not ready for enablement",
            "see status and requirements_due in the answer of get"),
    CUSTOMER_ALREADY_ENABLED(400, PARTNER_ERROR, null, "this customer has already been enabled", null),
    CUSTOMER_ALREADY_CREATED(
            400,
            PARTNER_ERROR,
            null,
            "this customer has already been created",
            "choose another application_name, or update the customer that has it"),
    LOGO_REQUIRED(
            400,
            PARTNER_ERROR,
            null,
            "a logo is required because create_link_customization is set to true and the co-branded consent pane is in use",
            null),
    INVALID_LOGO(400, PARTNER_ERROR, null, "the logo must be a base64-encoded string of a PNG of size 1024x1024", null),
    CONTACT_REQUIRED(
            400,
            PARTNER_ERROR,
            null,
            "billing or technical contacts must be submitted either in the request or filled in for your team in the dashboard",
            null),
    ASSETS_UNDER_MANAGEMENT_REQUIRED(
            400,
            PARTNER_ERROR,
            null,
            "assets under management must be submitted because your team has a monthly service commitment",
            null),
    CUSTOMER_REMOVAL_NOT_ALLOWED(
            400,
            PARTNER_ERROR,
            null,
            "removal of a production-enabled end customer is not allowed. talk to your account manager to remove this end customer.",
            null),
    INVALID_PRODUCT(400, INVALID_INPUT, null, "client is not authorized to access the following products: %s", null),
    SANDBOX_ONLY(400, INVALID_REQUEST, null, "access to %s is only available in the sandbox environment", null),
    UNAUTHORIZED_ROUTE_ACCESS(
            400, INVALID_INPUT, null, "you are not authorized to access this route in this api environment.", null),
    INVALID_WEBHOOK_VERIFICATION_KEY_ID(
            400, INVALID_INPUT, null, "the key_id is not a webhook verification key of this environment", null),
    INTERNAL_SERVER_ERROR(
            500, API_ERROR, null, "an unexpected error occurred", "try again; quote the request_id if it persists");

    /// Plaid's `error_type`.
    enum Type {
        INVALID_REQUEST,
        INVALID_INPUT,
        RATE_LIMIT_EXCEEDED,
        PARTNER_ERROR,
        API_ERROR
    }

    private final int status;
    private final Type type;
    private final String code;
    private final String message;
    private final @Nullable String suggestedAction;

    PlaidError(int status, Type type, @Nullable String code, String message, @Nullable String suggestedAction) {
        this.status = status;
        this.type = type;
        this.code = code == null ? name() : code;
        this.message = message;
        this.suggestedAction = suggestedAction;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type.name();
    }

    public String code() {
        return code;
    }

    /// The message; `%s` stands for the detail of the one case.
    public String message() {
        return message;
    }

    public @Nullable String suggestedAction() {
        return suggestedAction;
    }
}
