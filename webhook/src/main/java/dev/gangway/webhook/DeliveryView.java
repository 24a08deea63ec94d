package dev.gangway.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// One delivery as the admin API shows it.
///
/// @param attempts oldest first
/// @param body what is sent
record DeliveryView(@JsonUnwrapped DeliverySummary summary, List<AttemptView> attempts, JsonNode body) {}
