package dev.gangway.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every load of one round, or the median over several.
///
/// @param row pgbench inserting the end customer that `create` inserts
/// @param rows pgbench inserting all that `create` does, in one transaction
/// @param wireMock answering the body that `get` answers
record Results(Measured create, Measured row, Measured rows, Measured get, Measured wireMock, Measured update) {
    static Results median(List<Results> rounds) {
        return new Results(
                median(rounds, Results::create),
                median(rounds, Results::row),
                median(rounds, Results::rows),
                median(rounds, Results::get),
                median(rounds, Results::wireMock),
                median(rounds, Results::update));
    }

    private static Measured median(List<Results> rounds, Function<Results, Measured> load) {
        return Measured.median(rounds.stream().map(load).toList());
    }

    /// Requests that no success answered, over all loads.
    long failed() {
        return Stream.of(create, row, rows, get, wireMock, update)
                .mapToLong(measured -> measured.load().failed())
                .sum();
    }

    /// The most memory that Gangway had resident under any load.
    long residentBytes() {
        return Stream.of(create, get, update)
                .mapToLong(measured -> measured.usage().residentBytes())
                .max()
                .orElse(0);
    }
}
