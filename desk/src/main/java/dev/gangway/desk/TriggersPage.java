package dev.gangway.desk;

import dev.gangway.trigger.Firing;
import dev.gangway.trigger.Occasion;
import dev.gangway.trigger.Trigger;
import dev.gangway.web.Moments;
import java.util.List;
import java.util.Optional;

/// All triggers.
///
/// @param workflows whether there is anything to start
record TriggersPage(List<Row> rows, boolean workflows) {
    /// @param last what came of the newest occasion
    record Row(Trigger trigger, Optional<Firing> last) {
        /// What makes it fire, in words.
        String when() {
            return switch (trigger.occasion()) {
                case Occasion.Schedule schedule -> schedule.cron() + " · " + schedule.timeZone();
                case Occasion.Webhook webhook ->
                    "webhook · " + webhook.signature().word();
                case Occasion.Event event -> event.type();
            };
        }

        /// What it does next, or did last.
        String state() {
            if (trigger.paused()) {
                return "paused";
            }
            String next = trigger.nextAt() == null ? "" : "next " + Moments.minute(trigger.nextAt());
            String before = last.map(firing -> firing.outcome().word() + " " + Moments.minute(firing.at()))
                    .orElse("has not fired yet");
            return next.isEmpty() ? before : next + " · " + before;
        }

        /// The badge's class.
        String mark() {
            return TriggerPage.mark(last.map(Firing::outcome).orElse(Firing.Outcome.IGNORED));
        }
    }
}
