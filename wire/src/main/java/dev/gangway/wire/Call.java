package dev.gangway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Actor;
import dev.gangway.base.Environment;
import dev.gangway.base.Request;
import dev.gangway.base.WorldId;
import dev.gangway.partner.PartnerAccess;
import java.util.List;
import java.util.Optional;

/// A request of a Plaid-style route that is known to be well-formed and from whom it says.
///
/// @param body holds against the operation's model
record Call(Request request, PartnerAccess access, ObjectNode body) {
    Actor actor() {
        return new Actor("partner:" + access.partner().id(), request.id());
    }

    WorldId world() {
        return access.partner().world();
    }

    Environment environment() {
        return access.environment();
    }

    /// A text that the operation requires.
    String text(String field) {
        return body.path(field).asText();
    }

    Optional<String> optionalText(String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    /// The end customer that the call is about.
    String customer() {
        return text("end_customer_client_id");
    }

    /// The texts of an array; empty when it is absent, null or empty.
    List<String> texts(String field) {
        return body.path(field).valueStream().map(JsonNode::asText).toList();
    }
}
