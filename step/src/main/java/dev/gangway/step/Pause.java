package dev.gangway.step;

import dev.gangway.gateway.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long an answer asks us to wait: `Retry-After` (RFC 9110), else, where there were too many requests, what the
/// headers of rate limits say of the next window. Instants count from the answer's own `Date`, so it is the other
/// side's clock that both are read from.
final class Pause {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int TOO_MANY = 429;
    private static final long FIRST_INSTANT = 1_000_000_000; // a larger number is a time, not a span
    private static final List<String> RESETS = List.of("RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12})(\\.[0-9]*)?");
    private static final Pattern LIMIT_SPAN = Pattern.compile(";\\s*t=([0-9]{1,12})");

    private Pause() {}

    /// At most a day; empty where the answer asks for nothing that we understand.
    static Optional<Duration> asked(Answered answered) {
        Optional<Instant> sent = answered.header("Date").flatMap(Pause::time);
        Optional<Duration> pause = answered.header("Retry-After").flatMap(text -> span(text, sent));
        if (answered.status() != TOO_MANY) {
            return pause.map(Pause::bounded);
        }
        return pause.or(() -> RESETS.stream()
                        .flatMap(name -> answered.header(name).stream())
                        .flatMap(text -> span(text, sent).stream())
                        .findFirst())
                .or(() -> answered.header("RateLimit").flatMap(Pause::window))
                .map(Pause::bounded);
    }

    private static Optional<Duration> span(String text, Optional<Instant> sent) {
        OptionalLong number = number(NUMBER.matcher(text.strip()));
        if (number.isPresent() && number.getAsLong() < FIRST_INSTANT) {
            return Optional.of(Duration.ofSeconds(number.getAsLong()));
        }
        Optional<Instant> until =
                number.isPresent() ? Optional.of(Instant.ofEpochSecond(number.getAsLong())) : time(text);
        return until.flatMap(end -> sent.map(start -> Duration.between(start, end)));
    }

    private static OptionalLong number(Matcher matcher) {
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> window(String limits) {
        return LIMIT_SPAN
                .matcher(limits)
                .results()
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .max(Duration::compareTo);
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
