package dev.gangway.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Environment;
import dev.gangway.base.WorldId;

/// Something that happened to an end customer, before it has an id.
///
/// @param partner the partner that is told, `prt_…`
/// @param environment decides which of its endpoints hear of it, and which key signs
/// @param subject the end customer's `client_id`; deliveries of one subject keep their order
/// @param body what is particular to this event, such as `institution_id` and `status`. The four fields that
/// every webhook has (`webhook_type`, `webhook_code`, `end_customer_client_id`, `environment`) are put before
/// it; when it has them too, ours win. Not changed
public record EventDraft(
        WorldId world, String partner, Environment environment, String subject, EventType type, ObjectNode body) {}
