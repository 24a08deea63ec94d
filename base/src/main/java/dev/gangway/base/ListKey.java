package dev.gangway.base;

import static dev.gangway.base.ErrorCode.REQUEST_INVALID;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// The sort key of a list that goes by creation time; the id settles which of two comes first that were created
/// at the same instant.
///
/// @param createdAt to the microsecond, as the database keeps it
public record ListKey(Instant createdAt, String id) {
    /// Before everything: where a list that begins with the oldest starts.
    public static final ListKey OLDEST = new ListKey(Instant.EPOCH, "");
    /// After everything: where a list that begins with the newest starts.
    public static final ListKey NEWEST = new ListKey(Instant.parse("9999-12-31T23:59:59Z"), "");

    /// What [Page#of] takes and [#after] reads, such as `2026-11-21T09:00:00Z/prt_9fK2…`.
    public String text() {
        return createdAt + "/" + id;
    }

    /// The key behind the `after` query parameter.
    ///
    /// @throws ProblemException REQUEST_INVALID when it is not one that we gave out
    public static Optional<ListKey> after(Request request) {
        return Page.after(request).map(ListKey::of);
    }

    private static ListKey of(String text) {
        int slash = text.indexOf('/');
        try {
            return new ListKey(Instant.parse(text.substring(0, Math.max(0, slash))), text.substring(slash + 1));
        } catch (DateTimeException notOurs) {
            throw new ProblemException(REQUEST_INVALID, "after: not a cursor of this list");
        }
    }
}
