package dev.gangway.webhook;

import java.util.Locale;

/// Why nothing is sent to an endpoint for now.
enum PauseReason {
    REQUESTED("somebody paused it"),
    REJECTIONS("it rejected over 90 % of the attempts within 24 hours");

    private final String words;

    PauseReason(String words) {
        this.words = words;
    }

    /// For people.
    String words() {
        return words;
    }

    /// As the database has it.
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
