package dev.gangway.audit;

import com.fasterxml.jackson.databind.JsonNode;

/// One field's values, masked. JSON null stands for an absent one.
record Change(JsonNode before, JsonNode after) {}
