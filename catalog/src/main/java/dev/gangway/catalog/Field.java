package dev.gangway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// One dotted row of a body: what a page, a form or a search says about a field.
///
/// @param path such as `questionnaires.cra.purposes.EMPLOYMENT.use_cases[]`; `[]` steps into a list, `{key}` into an
///     object whose names are free
/// @param type `string`, `integer`, `number`, `boolean`, `array`, `object`, `null`, `any`, or several joined by ` or `
/// @param nullable whether null is one of its values
/// @param constraints the rules that have a value, by their JSON Schema keyword, such as `maxLength` → 255
public record Field(
        String path, String type, boolean nullable, Presence presence, Map<String, JsonNode> constraints, Notes notes) {
    /// When a field has to be there.
    public enum Presence {
        REQUIRED,
        /// Only where the object that it belongs to is there.
        REQUIRED_IF_PARENT,
        OPTIONAL
    }

    /// Whether Plaid's own API lacks this field (`x-gangway-addition`).
    public boolean isAddition() {
        return notes.says("x-gangway-addition");
    }

    /// Whether the value is to be masked wherever it is kept or shown (`x-gangway-secret`).
    public boolean isSecret() {
        return notes.says("x-gangway-secret");
    }
}
