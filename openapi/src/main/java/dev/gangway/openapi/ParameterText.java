package dev.gangway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gangway.base.Json;
import dev.gangway.base.MalformedJson;

/// What the text of a parameter stands for, by the type that it should have.
final class ParameterText {
    private ParameterText() {}

    /// A value of the row's type where the text is one; else the text.
    static JsonNode value(Row row, String text) {
        return switch (row.type()) {
            case INTEGER, NUMBER -> Scalars.number(text);
            case BOOLEAN ->
                switch (text) {
                    case "true" -> BooleanNode.TRUE;
                    case "false" -> BooleanNode.FALSE;
                    default -> TextNode.valueOf(text);
                };
            case ARRAY -> list(text);
            case OBJECT, MAP, ONE_OF, ANY_OF, ANY -> parsed(text);
            case STRING, FILE -> TextNode.valueOf(text);
            case NULL -> text.isEmpty() ? JsonNodeFactory.instance.nullNode() : TextNode.valueOf(text);
        };
    }

    /// A JSON array, or values with commas between them.
    private static JsonNode list(String text) {
        if (text.startsWith("[")) {
            return parsed(text);
        }
        ArrayNode list = Json.array();
        for (String one : text.split(",", -1)) {
            list.add(Scalars.plain(one));
        }
        return list;
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (MalformedJson plainText) {
            return TextNode.valueOf(text);
        }
    }
}
