package dev.gangway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import java.io.UncheckedIOException;

/// The body of a webhook: upstream's envelope, then what is particular to the event. JSON indented with two
/// spaces, exactly as JavaScript's `JSON.stringify(body, null, 2)`, which is how upstream's are made.
final class EventBody {
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER =
            Json.MAPPER.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(TWO_SPACES)
                    .withArrayIndenter(TWO_SPACES));

    private EventBody() {}

    /// The bytes that are stored, hashed and sent: rendered once, so that every retry and replay is the same.
    static byte[] of(EventDraft draft) {
        ObjectNode envelope = Json.object();
        envelope.put("webhook_type", "PARTNER");
        envelope.put("webhook_code", draft.type().name());
        envelope.put("end_customer_client_id", draft.subject());
        envelope.put("environment", draft.environment().wire());
        ObjectNode body = envelope.deepCopy();
        body.setAll(draft.body());
        body.setAll(envelope);
        try {
            return WRITER.writeValueAsBytes(body);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }
}
