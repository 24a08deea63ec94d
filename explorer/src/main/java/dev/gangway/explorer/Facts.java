package dev.gangway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.base.Json;
import dev.gangway.openapi.Limits;
import dev.gangway.openapi.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a field must keep to, and what else is worth knowing, as short texts.
final class Facts {
    private static final int LONGEST = 120; // characters of an example

    private Facts() {}

    static List<String> of(Row row) {
        List<String> facts = new ArrayList<>();
        range(row, facts);
        Limits limits = row.limits();
        if (limits.multipleOf() != null) {
            facts.add("a multiple of " + limits.multipleOf().toPlainString());
        }
        if (!limits.pattern().isEmpty()) {
            facts.add("matches " + limits.pattern());
        }
        if (limits.unique()) {
            facts.add("no element twice");
        }
        value("default", row.standard(), facts);
        value("such as", row.example(), facts);
        return List.copyOf(facts);
    }

    private static void range(Row row, List<String> facts) {
        Limits limits = row.limits();
        String unit = switch (row.type()) {
            case STRING -> " characters";
            case ARRAY -> " elements";
            case OBJECT, MAP -> " members";
            case INTEGER, NUMBER, BOOLEAN, NULL, FILE, ONE_OF, ANY_OF, ANY -> "";
        };
        BigDecimal least = limits.least();
        BigDecimal most = limits.most();
        if (least != null && most != null) {
            facts.add(least.compareTo(most) == 0 ? text(least) + unit : text(least) + " to " + text(most) + unit);
        } else if (least != null) {
            facts.add("at least " + text(least) + unit);
        } else if (most != null) {
            facts.add("at most " + text(most) + unit);
        }
        if (limits.above() != null) {
            facts.add("more than " + text(limits.above()));
        }
        if (limits.below() != null) {
            facts.add("less than " + text(limits.below()));
        }
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }

    private static void value(String what, @Nullable JsonNode value, List<String> facts) {
        if (value != null) {
            String text = Json.text(value);
            facts.add(what + " " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
        }
    }
}
