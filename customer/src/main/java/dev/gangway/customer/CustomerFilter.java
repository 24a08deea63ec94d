package dev.gangway.customer;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import dev.gangway.base.Page;
import dev.gangway.base.ProblemException;
import dev.gangway.base.Request;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Which end customers a list shows. Each part is null where it does not narrow.
///
/// @param name part of the company's or the application's name, in any case
/// @param after creation time and client id of the last one shown
record CustomerFilter(
        @Nullable String partner,
        @Nullable String environment,
        @Nullable String status,
        @Nullable String product,
        @Nullable String requirement,
        @Nullable String name,
        @Nullable String reference,
        @Nullable After after,
        int limit) {

    /// Where the page before ended.
    record After(Instant at, String clientId) {
        private static final String SEPARATOR = " ";

        String key() {
            return at + SEPARATOR + clientId;
        }

        /// @throws ProblemException REQUEST_INVALID when it is not a [#key()]
        static After of(String key) {
            String[] parts = key.split(SEPARATOR, -1);
            try {
                if (parts.length == 2) {
                    return new After(Instant.parse(parts[0]), parts[1]);
                }
            } catch (DateTimeParseException notATime) {
                // refused below, like a key of another shape
            }
            throw new ProblemException(REQUEST_INVALID, "after: not a cursor of this list");
        }
    }

    static CustomerFilter of(Request request) {
        return new CustomerFilter(
                request.query("partner").orElse(null),
                request.query("environment").orElse(null),
                request.query("status").orElse(null),
                request.query("product").orElse(null),
                request.query("requirement").orElse(null),
                request.query("name").map(CustomerFilter::pattern).orElse(null),
                request.query("reference").orElse(null),
                Page.after(request).map(After::of).orElse(null),
                Page.limit(request));
    }

    /// A text as a LIKE pattern that finds it anywhere, and finds nothing else by its `%` and `_`.
    private static String pattern(String text) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}
