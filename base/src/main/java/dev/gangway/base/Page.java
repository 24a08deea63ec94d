package dev.gangway.base;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list in the admin API: `{"items": [...], "next": "…"}`.
///
/// @param items at most `limit` of them
/// @param next what to pass as `after` for the next page; null on the last page
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MOST = 200;

    /// Cuts a page from `limit + 1` rows, so that no count is needed to know whether there is more.
    ///
    /// @param key the sort key of a row, which the store takes back as its `after`
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor(key.apply(items.getLast())));
    }

    /// The same page with each item as `view` shows it.
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /// What to pass as `after` for the items behind `key`.
    public static String cursor(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The `limit` query parameter: 1 to 200, 50 when absent.
    ///
    /// @throws ProblemException REQUEST_INVALID
    public static int limit(Request request) {
        String text = request.query("limit").orElse(String.valueOf(LIMIT_DEFAULT));
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LIMIT_MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of bounds
        }
        throw new ProblemException(REQUEST_INVALID, "limit: 1 to " + LIMIT_MOST + ", got " + text);
    }

    /// The sort key behind the `after` query parameter.
    ///
    /// @throws ProblemException REQUEST_INVALID when it is not one that we gave out
    public static Optional<String> after(Request request) {
        return request.query("after").map(cursor -> {
            try {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notOurs) {
                throw new ProblemException(REQUEST_INVALID, "after: not a cursor of this list");
            }
        });
    }

    /// The number behind the `after` query parameter, for lists whose sort key is one.
    ///
    /// @throws ProblemException REQUEST_INVALID when it is not one that we gave out
    public static OptionalLong afterNumber(Request request) {
        return after(request).stream().mapToLong(Page::number).findFirst();
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw new ProblemException(REQUEST_INVALID, "after: not a cursor of this list");
        }
    }
}
