package dev.gangway.snippet;

import java.util.ArrayList;
import java.util.List;

/// Writes nested values as people do: objects one member a line, short arrays on one line.
final class Literals {
    private static final int WIDTH = 100; // columns

    private Literals() {}

    /// The value, its later lines indented for a statement that is `margin` deep.
    static String print(Value value, Notation notation, String margin) {
        StringBuilder out = new StringBuilder();
        print(value, notation, margin, 0, out);
        return out.toString();
    }

    /// @param used columns that the line has before the value
    private static void print(Value value, Notation notation, String margin, int used, StringBuilder out) {
        switch (value) {
            case Value.Members members when members.members().isEmpty() -> out.append(notation.empty());
            case Value.Members members -> {
                List<String> lines = new ArrayList<>();
                String inner = margin + notation.indent();
                members.members().forEach((name, member) -> {
                    String start = notation.name().apply(name);
                    StringBuilder line = new StringBuilder(start);
                    print(member, notation, inner, inner.length() + start.length(), line);
                    lines.add(line.toString());
                });
                lines(notation.object().apply(members), lines, notation.close(), notation, margin, out);
            }
            case Value.Items(var items) -> items(items, notation, margin, used, out);
            case Value.Word(String text) -> out.append(notation.text().apply(text));
            case Value.Digits(String text) -> out.append(notation.number().apply(text));
            case Value.Variable(String name) -> out.append(notation.variable().apply(name));
            case Value.Code(String expression) -> out.append(expression);
            case Value.Constant(String text) ->
                out.append(
                        switch (text) {
                            case "true" -> notation.yes();
                            case "false" -> notation.no();
                            default -> notation.nothing();
                        });
        }
    }

    private static void items(List<Value> items, Notation notation, String margin, int used, StringBuilder out) {
        String inner = margin + notation.indent();
        List<String> lines = new ArrayList<>();
        boolean nested = false;
        for (Value item : items) {
            StringBuilder line = new StringBuilder();
            print(item, notation, inner, inner.length(), line);
            lines.add(line.toString());
            nested |= item instanceof Value.Members || item instanceof Value.Items;
        }
        String inOne = "[" + String.join(", ", lines) + "]";
        if (!nested && used + inOne.length() < WIDTH) {
            out.append(inOne);
        } else {
            lines("[", lines, "]", notation, margin, out);
        }
    }

    private static void lines(
            String open, List<String> lines, String close, Notation notation, String margin, StringBuilder out) {
        out.append(open).append('\n');
        for (int index = 0; index < lines.size(); index++) {
            out.append(margin).append(notation.indent()).append(lines.get(index));
            boolean last = index == lines.size() - 1;
            out.append(last && !notation.comma() ? "\n" : ",\n");
        }
        out.append(margin).append(close);
    }

    /// JSON on one line, for parameters that carry it.
    static String compact(Value value) {
        return switch (value) {
            case Value.Members(var members) -> {
                List<String> parts = new ArrayList<>();
                members.forEach((name, member) -> parts.add(Quote.json(name) + ":" + compact(member)));
                yield "{" + String.join(",", parts) + "}";
            }
            case Value.Items(var items) ->
                "[" + String.join(",", items.stream().map(Literals::compact).toList()) + "]";
            case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ ->
                print(value, Notation.JSON, "");
        };
    }
}
