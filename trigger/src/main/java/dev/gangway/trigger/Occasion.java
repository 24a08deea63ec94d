package dev.gangway.trigger;

import org.jspecify.annotations.Nullable;

/// What makes a trigger fire.
public sealed interface Occasion {
    /// The times that a cron expression names.
    ///
    /// @param cron five fields, as crontab has them: minute, hour, day of month, month, day of week
    /// @param timeZone such as `Europe/Berlin`; the clock of that place counts, summer time included
    record Schedule(String cron, String timeZone) implements Occasion {}

    /// A request to the trigger's own address, from somebody who can sign it.
    ///
    /// @param header where the signature or the secret is; null for where the scheme has it
    /// @param connection over which the sender's verification keys are fetched; only with [SignatureScheme#PLAID]
    record Webhook(
            SignatureScheme signature,
            @Nullable String header,
            @Nullable String connection) implements Occasion {
        /// The header that the signature or the secret is in.
        String where() {
            return header == null ? signature.header() : header;
        }
    }

    /// Something that happened on this platform.
    ///
    /// @param type such as `END_CUSTOMER_STATUS_UPDATED`
    record Event(String type) implements Occasion {}

    /// As the database says it.
    default String kind() {
        return switch (this) {
            case Schedule _ -> "schedule";
            case Webhook _ -> "webhook";
            case Event _ -> "event";
        };
    }
}
