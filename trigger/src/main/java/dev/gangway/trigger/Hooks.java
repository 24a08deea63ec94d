package dev.gangway.trigger;

import static dev.gangway.base.ErrorCode.NOT_FOUND;
import static dev.gangway.base.ErrorCode.SIGNATURE_REFUSED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Clocks;
import dev.gangway.base.Json;
import dev.gangway.base.ProblemException;
import dev.gangway.base.RateLimit;
import dev.gangway.base.Request;
import dev.gangway.base.Secret;
import dev.gangway.storage.Database;
import dev.gangway.storage.Vault;
import dev.gangway.trigger.Firings.Happening;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes webhooks in: who sent it, what it says, and then the run. Thread-safe.
record Hooks(Database database, Clocks clocks, Vault vault, Proofs proofs, Firings firings, RateLimit limit) {
    private static final TriggerStore STORE = new TriggerStore();

    /// What came of a webhook.
    sealed interface Taken {
        /// The sender wants a text back, to see that somebody is there.
        record Challenge(String text) implements Taken {}

        /// @param firing empty while the trigger is paused
        record Fired(Optional<Firing> firing) implements Taken {}
    }

    /// Takes one in. When this returns, the run is there.
    ///
    /// @throws ProblemException RATE_LIMITED; NOT_FOUND when nobody has the address; SIGNATURE_REFUSED;
    ///     REQUEST_INVALID when the body is neither JSON nor a form
    Taken take(Request request) {
        limit.take(request.path("hook"));
        TriggerStore.Sealed found = found(request);
        Trigger trigger = found.trigger();
        Occasion.Webhook webhook = (Occasion.Webhook) trigger.occasion();
        Incoming incoming = new Incoming(request.headers(), request.body(), clocks.now(trigger.world()));
        @Nullable String message = verified(trigger, webhook, secret(found), incoming);
        JsonNode came = HookBody.read(request);
        if (came.path("type").asText().equals("url_verification")
                && came.path("challenge").isTextual()) {
            return new Taken.Challenge(came.path("challenge").textValue());
        }
        if (trigger.paused()) {
            return new Taken.Fired(Optional.empty());
        }
        @Nullable String key = message == null ? null : "webhook:" + trigger.name() + ":" + message;
        return new Taken.Fired(
                Optional.of(firings.fire(trigger, new Happening(came, about(request), key, request.id()))));
    }

    private @Nullable String verified(
            Trigger trigger, Occasion.Webhook webhook, Optional<Secret> secret, Incoming incoming) {
        try {
            return proofs.verify(trigger, webhook, secret, incoming);
        } catch (Unproven unproven) {
            throw new ProblemException(SIGNATURE_REFUSED, String.valueOf(unproven.getMessage()));
        }
    }

    /// Answers a subscription handshake (WebSub and its kin): whoever knows the secret gets its challenge back.
    ///
    /// @throws ProblemException NOT_FOUND when nobody has the address; SIGNATURE_REFUSED
    String greet(Request request) {
        limit.take(request.path("hook"));
        Optional<Secret> secret = secret(found(request));
        Optional<Boolean> known = secret.flatMap(
                one -> request.query("hub.verify_token").map(token -> new Secret(token).matches(one.hash())));
        if (!known.orElse(false)) {
            throw new ProblemException(SIGNATURE_REFUSED, "hub.verify_token must be the trigger's secret");
        }
        return request.query("hub.challenge").orElse("");
    }

    private TriggerStore.Sealed found(Request request) {
        return database.read(tx -> STORE.hooked(tx, request.path("hook")))
                .orElseThrow(() -> new ProblemException(NOT_FOUND, "there is no webhook of this address"));
    }

    private Optional<Secret> secret(TriggerStore.Sealed found) {
        return Optional.ofNullable(found.secret())
                .map(secret -> vault.open(secret, found.trigger().seal()))
                .map(plain -> new Secret(new String(plain, StandardCharsets.UTF_8)));
    }

    private static ObjectNode about(Request request) {
        ObjectNode about = Json.object();
        about.put("request_id", request.id());
        ObjectNode headers = about.putObject("headers");
        for (String name : HookBody.TOLD) {
            request.header(name).ifPresent(value -> headers.put(name, value));
        }
        return about;
    }
}
