package dev.gangway.trigger;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Ids;
import dev.gangway.base.Names;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Secret;
import dev.gangway.base.WorldId;
import dev.gangway.journal.Workflows;
import dev.gangway.workflow.ExpressionException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a trigger must be.
///
/// @param types of the events of this platform
record TriggerRules(Workflows workflows, Senders senders, Set<String> types) {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,100}");

    /// @param before what had the name until now
    /// @throws ProblemException REQUEST_INVALID naming what does not do
    Trigger checked(WorldId world, String name, TriggerDraft draft, Instant now, Optional<Trigger> before) {
        Names.checkShort(name);
        refuseUnknown(world, draft);
        try {
            draft.mapping().check();
        } catch (ExpressionException flawed) {
            throw new ProblemException(REQUEST_INVALID, String.valueOf(flawed.getMessage()));
        }
        @Nullable Instant next = null;
        @Nullable String hook = null;
        switch (draft.occasion()) {
            case Occasion.Schedule schedule -> next = next(schedule, now);
            case Occasion.Webhook webhook -> {
                refuseMisfit(world, webhook);
                refuseWrongSecret(webhook, draft.secret());
                hook = before.map(Trigger::hook).orElseGet(() -> Ids.of("hook"));
            }
            case Occasion.Event(String type) ->
                refuseIf(
                        !types.contains(type),
                        "event.type: one of " + String.join(", ", new TreeSet<>(types)) + ", got " + type);
        }
        return new Trigger(
                world,
                name,
                draft.workflow(),
                draft.version(),
                draft.occasion(),
                draft.mapping(),
                draft.paused(),
                hook,
                next,
                before.map(Trigger::createdAt).orElse(now),
                now);
    }

    private void refuseUnknown(WorldId world, TriggerDraft draft) {
        try {
            if (draft.version() == null) {
                workflows.definition(world, draft.workflow());
            } else {
                workflows.definition(world, draft.workflow(), draft.version());
            }
        } catch (ProblemException unknown) {
            refuseIf(unknown.code() == NOT_FOUND, "workflow: " + unknown.detail());
            throw unknown;
        }
    }

    private static Instant next(Occasion.Schedule schedule, Instant now) {
        try {
            Instant next = Cron.of(schedule).after(now);
            if (next != null) {
                return next;
            }
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(REQUEST_INVALID, String.valueOf(malformed.getMessage()));
        }
        throw new ProblemException(REQUEST_INVALID, "schedule.cron: names no time that will come");
    }

    private void refuseMisfit(WorldId world, Occasion.Webhook webhook) {
        String header = webhook.header();
        refuseIf(
                header != null && !HEADER.matcher(header).matches(),
                "webhook.header: 1 to 100 letters, digits and hyphens");
        String connection = webhook.connection();
        if (webhook.signature().isShared()) {
            refuseIf(connection != null, "webhook.connection: only with the signature plaid");
        } else {
            refuseIf(
                    connection == null || !senders.isKnown(world, connection),
                    "webhook.connection: a connection over which the sender's keys are fetched");
        }
    }

    private static void refuseWrongSecret(Occasion.Webhook webhook, @Nullable Secret secret) {
        refuseIf(
                secret != null && !new SharedSecret(secret).isKeyFor(webhook.signature()),
                "webhook.secret: whsec_ and base64, as Standard Webhooks has it");
    }

    /// @param hasSecret whether there is one now
    /// @throws ProblemException REQUEST_INVALID
    static void refuseWithoutSecret(Occasion occasion, boolean hasSecret) {
        refuseIf(
                occasion instanceof Occasion.Webhook webhook
                        && webhook.signature().isShared()
                        && !hasSecret,
                "webhook.secret: is needed, the one that the sender signs with");
    }

    private static void refuseIf(boolean broken, String rule) {
        if (broken) {
            throw new ProblemException(REQUEST_INVALID, rule);
        }
    }
}
