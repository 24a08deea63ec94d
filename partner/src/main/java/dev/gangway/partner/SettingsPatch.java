package dev.gangway.partner;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;
import dev.gangway.base.MergePatch;
import dev.gangway.base.ProblemException;
import java.util.Set;

/// Changes settings by JSON merge patch. Pure.
final class SettingsPatch {
    private static final Set<String> CLEARABLE =
            Set.of("technical_contact", "billing_contact", "customer_support_info");

    private SettingsPatch() {}

    /// @throws ProblemException REQUEST_INVALID when the result does not have the settings' shape
    static PartnerSettings apply(PartnerSettings settings, ObjectNode patch) {
        patch.properties().forEach(member -> refuseClearing(member.getKey(), member.getValue()));
        try {
            return Json.read(MergePatch.apply(Json.MAPPER.valueToTree(settings), patch), PartnerSettings.class);
        } catch (MalformedJson misfit) {
            throw new ProblemException(REQUEST_INVALID, "settings: " + misfit.reason());
        }
    }

    /// A cleared flag would read as false, which nobody asked for.
    private static void refuseClearing(String field, JsonNode value) {
        if (value.isNull() && !CLEARABLE.contains(field)) {
            throw new ProblemException(REQUEST_INVALID, field + ": must have a value, got null");
        }
    }
}
