package dev.gangway.temporal;

import dev.gangway.journal.Recorded;
import dev.gangway.journal.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The journal of a run: what was there when it began here, and what came since. One thread.
final class Ledger {
    private final List<Recorded> before;
    private final List<Written> since = new ArrayList<>();
    private int position;
    private int kept;

    Ledger(List<Recorded> before) {
        this.before = before;
        this.kept = before.size();
    }

    /// Of the next call of the port.
    int position() {
        return position;
    }

    /// What is on record for that.
    Optional<Recorded> next() {
        return position < before.size() ? Optional.of(before.get(position)) : Optional.empty();
    }

    /// It was told again.
    void passed() {
        position++;
    }

    void add(Written written) {
        since.add(written);
        position++;
    }

    /// Those that are not in the database.
    List<Written> unkept() {
        return List.copyOf(since.subList(kept - before.size(), since.size()));
    }

    /// They are in the database now.
    void kept() {
        kept = before.size() + since.size();
    }

    /// From a position on, those that came since and are not in the database.
    List<Written> from(int first, int limit) {
        return unkept().stream()
                .filter(written -> written.position() >= first)
                .limit(limit)
                .toList();
    }
}
