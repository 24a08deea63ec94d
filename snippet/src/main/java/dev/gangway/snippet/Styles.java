package dev.gangway.snippet;

import dev.gangway.openapi.OperationModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Parameters on the wire, by `style` and `explode` (OpenAPI 3.1, section 4.8.12.2). What comes out is percent-encoded
/// but for
/// variables.
final class Styles {
    private Styles() {}

    /// The value in a path, with what the style puts before it.
    static Text path(Parameter parameter, Value value) {
        String name = Percent.encode(parameter.name());
        return switch (parameter.style()) {
            case "label" -> Text.of(".").plus(list(value, parameter.explode() ? "." : ",", parameter.explode()));
            case "matrix" -> matrix(name, value, parameter.explode());
            default -> list(value, ",", parameter.explode());
        };
    }

    private static Text matrix(String name, Value value, boolean explode) {
        if (!explode) {
            return Text.of(";" + name + "=").plus(list(value, ",", false));
        }
        return switch (value) {
            case Value.Items(var items) ->
                items.stream()
                        .map(item -> Text.of(";" + name + "=").plus(atom(item)))
                        .reduce(Text.of(""), Text::plus);
            case Value.Members _ -> Text.of(";").plus(list(value, ";", true));
            case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ ->
                Text.of(";" + name + "=").plus(atom(value));
        };
    }

    /// `name=value` pairs of a query; none for an empty array.
    static List<Text> query(Parameter parameter, Value value) {
        String name = Percent.encode(parameter.name());
        return switch (value) {
            case Value _
            when parameter.style().equals("json") ->
                List.of(pair(name, Text.of(Percent.encode(Literals.compact(value)))));
            case Value.Items(var items) when items.isEmpty() -> List.of();
            case Value.Items(var items)
            when parameter.explode() ->
                items.stream().map(item -> pair(name, atom(item))).toList();
            case Value.Items _ -> List.of(pair(name, list(value, separator(parameter.style()), false)));
            case Value.Members(var members) when parameter.style().equals("deepObject") -> deep(name, members);
            case Value.Members(var members)
            when parameter.explode() ->
                members.entrySet().stream()
                        .map(member -> pair(Percent.encode(member.getKey()), atom(member.getValue())))
                        .toList();
            case Value.Members _ -> List.of(pair(name, list(value, ",", false)));
            case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ ->
                List.of(pair(name, atom(value)));
        };
    }

    private static List<Text> deep(String name, Map<String, Value> members) {
        List<Text> pairs = new ArrayList<>();
        members.forEach((member, value) -> {
            String inner = name + "%5B" + Percent.encode(member) + "%5D";
            switch (value) {
                case Value.Members(var more) -> pairs.addAll(deep(inner, more));
                case Value.Items(var items) -> items.forEach(item -> pairs.add(pair(inner, atom(item))));
                case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ ->
                    pairs.add(pair(inner, atom(value)));
            }
        });
        return pairs;
    }

    private static String separator(String style) {
        return switch (style) {
            case "spaceDelimited" -> "%20";
            case "pipeDelimited" -> "%7C";
            default -> ",";
        };
    }

    private static Text pair(String name, Text value) {
        return Text.of(name + "=").plus(value);
    }

    /// A header's or a cookie's value: style `simple`, not percent-encoded.
    static Text plain(Parameter parameter, Value value) {
        boolean explode = parameter.explode();
        return switch (value) {
            case Value _ when parameter.style().equals("json") -> Text.of(Literals.compact(value));
            case Value.Items(var items) ->
                items.stream()
                        .map(Styles::raw)
                        .reduce((a, b) -> a.plus(",").plus(b))
                        .orElse(Text.of(""));
            case Value.Members(var members) ->
                members.entrySet().stream()
                        .map(member ->
                                Text.of(member.getKey() + (explode ? "=" : ",")).plus(raw(member.getValue())))
                        .reduce((a, b) -> a.plus(",").plus(b))
                        .orElse(Text.of(""));
            case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ -> raw(value);
        };
    }

    private static Text list(Value value, String between, boolean pairs) {
        Stream<Text> parts = switch (value) {
            case Value.Items(var items) -> items.stream().map(Styles::atom);
            case Value.Members(var members) ->
                members.entrySet().stream()
                        .map(member -> Text.of(Percent.encode(member.getKey()) + (pairs ? "=" : ","))
                                .plus(atom(member.getValue())));
            case Value.Word _, Value.Digits _, Value.Constant _, Value.Variable _, Value.Code _ ->
                Stream.of(atom(value));
        };
        return parts.reduce((a, b) -> a.plus(between).plus(b)).orElse(Text.of(""));
    }

    private static Text atom(Value value) {
        return value instanceof Value.Variable(String name)
                ? Text.variable(name)
                : Text.of(Percent.encode(words(value)));
    }

    /// A value as text outside JSON; what has parts is JSON.
    static Text raw(Value value) {
        return value instanceof Value.Variable(String name) ? Text.variable(name) : Text.of(words(value));
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.Word(String text) -> text.replaceAll("\\p{Cs}", "\uFFFD"); // UTF-8 has no half surrogate pairs
            case Value.Digits(String text) -> text;
            case Value.Constant(String text) -> text;
            case Value.Variable(String name) -> "$" + name;
            case Value.Members _, Value.Items _, Value.Code _ -> Literals.compact(value);
        };
    }
}
