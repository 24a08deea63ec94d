package dev.gangway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Environment;
import dev.gangway.base.Json;
import dev.gangway.base.WorldId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventBodyTest {
    @Test
    void is_the_envelope_and_then_the_event_indented_with_two_spaces() {
        assertThat(body("""
                {"institution_id": "ins_56", "institution_name": "Chase", "status": "attention-required"}""")).isEqualTo("""
                {
                  "webhook_type": "PARTNER",
                  "webhook_code": "END_CUSTOMER_OAUTH_STATUS_UPDATED",
                  "end_customer_client_id": "0123456789abcdef01234567",
                  "environment": "sandbox",
                  "institution_id": "ins_56",
                  "institution_name": "Chase",
                  "status": "attention-required"
                }""");
    }

    @Test
    void writes_nested_and_empty_values_as_JavaScript_does() {
        assertThat(body("""
                {"list": ["a", {"b": 1}], "none": [], "nothing": {}, "text": "é \\" /"}""")).endsWith("""
                  "environment": "sandbox",
                  "list": [
                    "a",
                    {
                      "b": 1
                    }
                  ],
                  "none": [],
                  "nothing": {},
                  "text": "é \\" /"
                }""");
    }

    @Test
    void does_not_let_the_event_change_the_envelope() {
        assertThat(body("""
                {"environment": "production", "status": "enabled"}""")).contains("\"environment\": \"sandbox\"").doesNotContain("production");
    }

    private static String body(String event) {
        EventDraft draft = new EventDraft(
                WorldId.MAIN,
                "prt_1",
                Environment.SANDBOX,
                "0123456789abcdef01234567",
                EventType.END_CUSTOMER_OAUTH_STATUS_UPDATED,
                (ObjectNode) Json.parse(event));
        return new String(EventBody.of(draft), StandardCharsets.UTF_8);
    }
}
