package dev.gangway.openapi;

import java.math.BigDecimal;
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
}
