package dev.gangway.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a value must keep to beyond its type. Null and empty mean that nothing is said.
///
/// @param least inclusive; of the value, or of the length (characters, elements, members)
/// @param most likewise
/// @param above exclusive, numbers only
/// @param below likewise
/// @param multipleOf numbers only
/// @param pattern an ECMA 262 regular expression that the text contains
/// @param unique whether elements must differ
public record Limits(
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below,
        @Nullable BigDecimal multipleOf,
        String pattern,
        boolean unique) {
    public static final Limits NONE = new Limits(null, null, null, null, null, "", false);

    /// Whether something may keep to these and not to the others.
    boolean allowsMoreThan(Limits others) {
        return isLess(least, others.least)
                || isMore(most, others.most)
                || isLess(above, others.above)
                || isMore(below, others.below)
                || (others.multipleOf != null && (multipleOf == null || others.multipleOf.compareTo(multipleOf) != 0))
                || (!others.pattern.isEmpty() && !others.pattern.equals(pattern))
                || (others.unique && !unique);
    }

    private static boolean isLess(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return other != null && (one == null || one.compareTo(other) < 0);
    }

    private static boolean isMore(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return other != null && (one == null || one.compareTo(other) > 0);
    }

    /// Such as `at least 2, at most 20`.
    String words() {
        List<String> all = new ArrayList<>();
        add(all, "at least ", least);
        add(all, "at most ", most);
        add(all, "above ", above);
        add(all, "below ", below);
        add(all, "a multiple of ", multipleOf);
        if (!pattern.isEmpty()) {
            all.add("like " + pattern);
        }
        if (unique) {
            all.add("without repetition");
        }
        return all.isEmpty() ? "without limits" : String.join(", ", all);
    }

    private static void add(List<String> all, String what, @Nullable BigDecimal limit) {
        if (limit != null) {
            all.add(what + limit.toPlainString());
        }
    }
}
