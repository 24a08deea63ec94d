package dev.gangway.openapi;

/// Ends the reading of a document that is refused. [ApiReader] turns it into [Reading.Refused].
final class Refusal extends RuntimeException {
    Refusal(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
