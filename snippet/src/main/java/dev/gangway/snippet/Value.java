package dev.gangway.snippet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// A JSON value in which secrets are environment variables.
sealed interface Value {
    record Members(SequencedMap<String, Value> members) implements Value {}

    record Items(List<Value> items) implements Value {}

    record Word(String text) implements Value {}

    /// @param text as JSON writes it, no digit lost
    record Digits(String text) implements Value {}

    /// @param text `true`, `false` or `null`
    record Constant(String text) implements Value {}

    record Variable(String name) implements Value {}

    /// An expression of the language itself, such as the reading of a file.
    record Code(String expression) implements Value {}

    /// Whether this or anything in it is so.
    default boolean any(Predicate<Value> test) {
        return test.test(this)
                || switch (this) {
                    case Members(var members) -> members.values().stream().anyMatch(value -> value.any(test));
                    case Items(var items) -> items.stream().anyMatch(value -> value.any(test));
                    case Word _, Digits _, Constant _, Variable _, Code _ -> false;
                };
    }

    default boolean hasVariable() {
        return any(Variable.class::isInstance);
    }

    /// Whether a language whose numbers are doubles would send another number.
    static boolean exceedsDouble(Value value) {
        if (!(value instanceof Digits(String text))) {
            return false;
        }
        double nearest = Double.parseDouble(text);
        // A double is printed in the fewest digits that tell it from its neighbours; only those come out again.
        return Double.isInfinite(nearest)
                || new BigDecimal(Double.toString(nearest)).compareTo(new BigDecimal(text)) != 0
                || (nearest == Math.rint(nearest) && Math.abs(nearest) > 9_007_199_254_740_991d);
    }

    /// The same for a language whose whole numbers have 64 bits, or any number of them.
    static boolean exceeds(Value value, int bits) {
        if (value instanceof Digits(String text) && text.matches("-?\\d+")) {
            return new BigInteger(text).bitLength() >= bits;
        }
        return exceedsDouble(value);
    }

    /// Whether a text, or a member's name, has half a surrogate pair, which few languages can write.
    static boolean hasLoneSurrogate(Value value) {
        return switch (value) {
            case Word(String text) -> lone(text);
            case Members(var members) -> members.keySet().stream().anyMatch(Value::lone);
            case Items _, Digits _, Constant _, Variable _, Code _ -> false;
        };
    }

    private static boolean lone(String text) {
        return text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
