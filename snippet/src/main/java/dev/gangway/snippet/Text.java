package dev.gangway.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A text with environment variables in it: `Bearer $GANGWAY_TOKEN`.
///
/// @param parts no two literals in a row, no empty literal
record Text(List<Part> parts) {
    sealed interface Part {
        record Literal(String text) implements Part {}

        record Variable(String name) implements Part {}
    }

    static Text of(String literal) {
        return new Text(literal.isEmpty() ? List.of() : List.of(new Part.Literal(literal)));
    }

    static Text variable(String name) {
        return new Text(List.of(new Part.Variable(name)));
    }

    Text plus(Text other) {
        List<Part> all = new ArrayList<>(parts);
        for (Part part : other.parts) {
            if (part instanceof Part.Literal(String next)
                    && !all.isEmpty()
                    && all.getLast() instanceof Part.Literal(String last)) {
                all.set(all.size() - 1, new Part.Literal(last + next));
            } else {
                all.add(part);
            }
        }
        return new Text(List.copyOf(all));
    }

    Text plus(String literal) {
        return plus(of(literal));
    }

    boolean hasVariable() {
        return parts.stream().anyMatch(Part.Variable.class::isInstance);
    }

    /// The same with other literals.
    Text map(UnaryOperator<String> change) {
        List<Part> changed = new ArrayList<>();
        for (Part part : parts) {
            changed.add(part instanceof Part.Literal(String text) ? new Part.Literal(change.apply(text)) : part);
        }
        return new Text(List.copyOf(changed));
    }

    /// As an expression of a language that puts texts together with an operator.
    String expression(String plus, UnaryOperator<String> quote, UnaryOperator<String> variable) {
        return parts.isEmpty() ? quote.apply("") : joined(plus, quote, variable);
    }

    /// Each part as the language writes it, with `between` in between.
    String joined(String between, UnaryOperator<String> literal, UnaryOperator<String> variable) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Literal(String text) -> literal.apply(text);
                    case Part.Variable(String name) -> variable.apply(name);
                })
                .collect(Collectors.joining(between));
    }
}
