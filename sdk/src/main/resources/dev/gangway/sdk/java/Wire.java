package PACKAGE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Parameters and forms as they travel. */
final class Wire {
    private Wire() {}

    /** A parameter of an operation. */
    record Parameter(String name, String wire, String place, String style, boolean explode) {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static String word(Object value) {
        return value instanceof Map || value instanceof Iterable ? Json.write(value) : String.valueOf(value);
    }

    private static String listed(Object value, String between, boolean pairs, boolean encoded) {
        List<String> parts = new ArrayList<>();
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> parts.add(encoded ? encode(word(item)) : word(item)));
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> {
                String start = encoded ? encode(name.toString()) : name.toString();
                parts.add(start + (pairs ? "=" : ",") + (encoded ? encode(word(member)) : word(member)));
            });
        } else {
            parts.add(encoded ? encode(word(value)) : word(value));
        }
        return String.join(between, parts);
    }

    static String path(Parameter parameter, Object value) {
        boolean explode = parameter.explode();
        if (parameter.style().equals("label")) {
            return "." + listed(value, explode ? "." : ",", explode, true);
        }
        if (parameter.style().equals("matrix")) {
            String name = ";" + encode(parameter.wire()) + "=";
            if (explode && value instanceof Iterable<?> items) {
                StringBuilder all = new StringBuilder();
                items.forEach(item -> all.append(name).append(encode(word(item))));
                return all.toString();
            }
            return explode && value instanceof Map ? ";" + listed(value, ";", true, true) : name + listed(value, ",", false, true);
        }
        return listed(value, ",", explode, true);
    }

    static void query(Parameter parameter, Object value, List<String> pairs) {
        String name = encode(parameter.wire());
        if (parameter.style().equals("json")) {
            pairs.add(name + "=" + encode(Json.write(value)));
        } else if (value instanceof Iterable<?> items && parameter.explode()) {
            items.forEach(item -> pairs.add(name + "=" + encode(word(item))));
        } else if (value instanceof Iterable) {
            String between = parameter.style().equals("spaceDelimited") ? "%20" : parameter.style().equals("pipeDelimited") ? "%7C" : ",";
            pairs.add(name + "=" + listed(value, between, false, true));
        } else if (value instanceof Map<?, ?> members && parameter.style().equals("deepObject")) {
            deep(name, members, pairs);
        } else if (value instanceof Map<?, ?> members && parameter.explode()) {
            members.forEach((member, inner) -> pairs.add(encode(member.toString()) + "=" + encode(word(inner))));
        } else {
            pairs.add(name + "=" + listed(value, ",", false, true));
        }
    }

    private static void deep(String name, Map<?, ?> members, List<String> pairs) {
        members.forEach((member, value) -> {
            String inner = name + "%5B" + encode(member.toString()) + "%5D";
            if (value instanceof Map<?, ?> more) {
                deep(inner, more, pairs);
            } else if (value instanceof Iterable<?> items) {
                items.forEach(item -> pairs.add(inner + "=" + encode(word(item))));
            } else {
                pairs.add(inner + "=" + encode(word(value)));
            }
        });
    }

    static String header(Parameter parameter, Object value) {
        String text = parameter.style().equals("json") ? Json.write(value) : listed(value, ",", parameter.explode(), false);
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** The fields of a form, nested members in brackets. */
    static void fields(String name, Object value, BiConsumer<String, Object> add) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((member, inner) -> fields(name.isEmpty() ? member.toString() : name + "[" + member + "]", inner, add));
        } else if (value instanceof Iterable<?> items && !(value instanceof java.nio.file.Path)) {
            int index = 0;
            for (Object item : items) {
                fields(item instanceof Map ? name + "[" + index + "]" : name, item, add);
                index++;
            }
        } else {
            add.accept(name, value);
        }
    }
}
