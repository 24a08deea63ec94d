package dev.gangway.snippet;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How a language writes a nested value.
///
/// @param indent of one level
/// @param object what opens an object that has members
/// @param close what closes it
/// @param empty an object without members
/// @param comma whether the last of several lines ends in a comma
/// @param name a member's name, with what stands before its value
/// @param variable an environment variable as an expression
/// @param number a number as an expression
record Notation(
        String indent,
        Function<Value.Members, String> object,
        String close,
        String empty,
        boolean comma,
        UnaryOperator<String> name,
        UnaryOperator<String> text,
        UnaryOperator<String> number,
        UnaryOperator<String> variable,
        String yes,
        String no,
        String nothing) {

    static final Notation JSON = new Notation(
            "  ",
            _ -> "{",
            "}",
            "{}",
            false,
            name -> Quote.json(name) + ": ",
            Quote::json,
            number -> number,
            variable -> Quote.json("${" + variable + "}"),
            "true",
            "false",
            "null");

    /// JSON in which variables are put by `variable`, quotes and all.
    static Notation json(UnaryOperator<String> variable) {
        return new Notation(
                JSON.indent,
                JSON.object,
                JSON.close,
                JSON.empty,
                JSON.comma,
                JSON.name,
                JSON.text,
                JSON.number,
                variable,
                JSON.yes,
                JSON.no,
                JSON.nothing);
    }
}
