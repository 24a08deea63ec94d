package dev.gangway.desk;

import dev.gangway.trigger.Firing;
import dev.gangway.trigger.Occasion;
import dev.gangway.trigger.SignatureScheme;
import dev.gangway.trigger.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The form of a trigger, and what it did.
///
/// @param kind `schedule`, `webhook` or `event`
/// @param saved empty while it is new
/// @param firings newest first
record TriggerPage(String kind, Optional<Trigger> saved, Offers offers, List<Firing> firings) {
    static final List<String> KINDS = List.of("schedule", "webhook", "event");

    /// What there is to choose from.
    record Offers(List<String> workflows, List<String> connections, List<String> types) {}

    boolean isNew() {
        return saved.isEmpty();
    }

    String name() {
        return value(Trigger::name);
    }

    /// A text of the saved trigger; empty where there is none.
    String value(Function<Trigger, String> member) {
        return saved.map(member).orElse("");
    }

    /// Of the workflow, when it is not the newest at the time.
    Optional<String> version() {
        return saved.map(Trigger::version);
    }

    Optional<Occasion.Schedule> schedule() {
        return occasion(Occasion.Schedule.class);
    }

    Optional<Occasion.Webhook> webhook() {
        return occasion(Occasion.Webhook.class);
    }

    Optional<Occasion.Event> event() {
        return occasion(Occasion.Event.class);
    }

    private <T> Optional<T> occasion(Class<T> type) {
        return saved.map(Trigger::occasion).filter(type::isInstance).map(type::cast);
    }

    boolean isSignedAs(SignatureScheme scheme) {
        return webhook().map(Occasion.Webhook::signature).filter(scheme::equals).isPresent();
    }

    /// A scheme, in words.
    static String words(SignatureScheme scheme) {
        return switch (scheme) {
            case HMAC_SHA256 -> "HMAC-SHA256 of the body, as GitHub has it";
            case STANDARD_WEBHOOKS -> "Standard Webhooks";
            case STRIPE -> "as Stripe has it";
            case SLACK -> "as Slack has it";
            case PLAID -> "as Plaid has it: a token whose key is fetched";
            case HEADER -> "the secret itself in a header";
        };
    }

    /// What the expressions see, for people.
    String sees() {
        return switch (kind) {
            case "schedule" -> "{\"scheduled_for\": \"2026-11-28T03:00:00Z\"}";
            case "event" -> "{\"type\": \"…\", \"subject\": \"…\", \"data\": {…}}";
            default -> "the body of the request";
        };
    }

    /// The badge's class.
    static String mark(Firing.Outcome outcome) {
        return switch (outcome) {
            case STARTED -> "good";
            case FAILED -> "bad";
            case DUPLICATE, IGNORED -> "";
        };
    }
}
