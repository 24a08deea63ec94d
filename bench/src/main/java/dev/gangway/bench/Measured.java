package dev.gangway.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// One line of the report.
record Measured(Load load, Usage usage) {
    /// The median of several rounds, each figure by itself; failures are added up, of memory the most counts.
    static Measured median(List<Measured> rounds) {
        return new Measured(
                new Load(
                        middle(rounds, round -> round.load().perSecond()),
                        middle(rounds, round -> round.load().median()),
                        middle(rounds, round -> round.load().p99()),
                        rounds.stream()
                                .mapToLong(round -> round.load().failed())
                                .sum()),
                new Usage(
                        rounds.stream()
                                .mapToLong(round -> round.usage().residentBytes())
                                .max()
                                .orElse(0),
                        middle(rounds, round -> round.usage().serverCores()),
                        middle(rounds, round -> round.usage().databaseCores())));
    }

    private static <T extends Comparable<T>> T middle(List<Measured> rounds, Function<Measured, T> figure) {
        List<T> sorted =
                rounds.stream().map(figure).sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }

    /// `1.25` when this did a quarter more a second than `other`.
    double times(Measured other) {
        return load.perSecond() / other.load.perSecond();
    }

    static double milliseconds(Duration time) {
        return time.toNanos() / 1e6;
    }
}
