package dev.gangway.workflow;

/// What is wrong with a definition, and where.
///
/// @param line counts from 1
/// @param column counts from 1
/// @param pointer JSON pointer to the place, such as `/do/0/create/with/method`
/// @param message a sentence: the rule, and what was found
public record Flaw(int line, int column, String pointer, String message) {
    @Override
    public String toString() {
        return "line %d, column %d: %s".formatted(line, column, message);
    }
}
