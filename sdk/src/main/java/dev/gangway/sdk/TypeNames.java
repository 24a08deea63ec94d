package dev.gangway.sdk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Names of the types of one package: what looks the same is one type, what does not never shares a name.
final class TypeNames {
    private static final Set<String> BUILT_IN = Set.of(
            "Options",
            "OptionsWith",
            "GangwayError",
            "Error",
            "Object",
            "Array",
            "String",
            "Number",
            "Boolean",
            "Promise",
            "Record",
            "Blob",
            "File",
            "Uint8Array",
            "Date",
            "Map",
            "Set",
            "Function",
            "Symbol",
            "Partial",
            "Required",
            "Pick",
            "Omit",
            "Headers",
            "AbortSignal",
            "Request",
            "Response",
            "Exact",
            "Client");

    private final Map<String, String> byText = new HashMap<>();
    private final SequencedMap<String, String> texts = new LinkedHashMap<>();
    private final String reserved;

    /// @param reserved the client's own class
    TypeNames(String reserved) {
        this.reserved = reserved;
    }

    /// The name of the type that reads so; `wanted`, perhaps with a number, when there is none yet.
    String named(String wanted, String text) {
        return byText.computeIfAbsent(text, _ -> put(fresh(wanted), text));
    }

    /// A name that is taken now, for a type whose text is known later.
    String reserve(String wanted) {
        return put(fresh(wanted), "");
    }

    String put(String name, String text) {
        texts.put(name, text);
        return name;
    }

    private String fresh(String wanted) {
        String base = pascal(wanted);
        String name = base;
        for (int number = 2; texts.containsKey(name) || BUILT_IN.contains(name) || name.equals(reserved); number++) {
            name = base + number;
        }
        return name;
    }

    /// All types by name, in the order in which they were named.
    SequencedMap<String, String> texts() {
        return texts;
    }

    /// `WRITTEN_INSTRUCTION`, `written_instruction` and `writtenInstruction` are all `WrittenInstruction`.
    static String pascal(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                boolean shouting = word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT));
                String rest = word.substring(1);
                name.append(Character.toUpperCase(word.charAt(0)))
                        .append(shouting ? rest.toLowerCase(Locale.ROOT) : rest);
            }
        }
        if (name.isEmpty()) {
            return "Value";
        }
        return Character.isDigit(name.charAt(0)) ? "Type" + name : name.toString();
    }

    /// What one of `accounts` is called.
    static String singular(String name) {
        if (name.endsWith("ies") && name.length() > 4) {
            return name.substring(0, name.length() - 3) + "y";
        }
        if (name.matches(".*(ss|x|ch|sh)es")) {
            return name.substring(0, name.length() - 2);
        }
        return name.matches(".*[^sui]s") ? name.substring(0, name.length() - 1) : name;
    }
}
