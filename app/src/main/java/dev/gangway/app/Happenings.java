package dev.gangway.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.webhook.EventDraft;
import dev.gangway.webhook.EventType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// What happens to end customers, as the events that workflows listen for: the webhook's code is the type, and its
/// fields are the data.
final class Happenings {
    private Happenings() {}

    /// Their types.
    static Set<String> types() {
        return Arrays.stream(EventType.values()).map(EventType::name).collect(Collectors.toUnmodifiableSet());
    }

    static JsonNode of(EventDraft draft) {
        ObjectNode data = Json.object();
        data.put("end_customer_client_id", draft.subject());
        data.put("environment", draft.environment().wire());
        data.put("partner_id", draft.partner());
        data.setAll(draft.body().deepCopy());
        ObjectNode event = Json.object();
        event.put("type", draft.type().name());
        event.put("source", "gangway");
        event.put("subject", draft.subject());
        event.set("data", data);
        return event;
    }
}
