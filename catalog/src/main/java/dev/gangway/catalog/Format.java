package dev.gangway.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A `format` of strings. Pure: none looks anything up, and those of time know no clock. Lengths are not theirs to
/// judge; `maxLength` says them.
///
/// @param keyword how a schema names it
/// @param mustBe completes the sentence "the field must be …"
record Format(String keyword, String mustBe, Predicate<String> judge) {
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Map<String, Format> BY_KEYWORD = Stream.of(
                    new Format(
                            "text", "a text that is not blank and has no control characters", CleanText::isVisibleLine),
                    new Format("email", "an e-mail address such as ada@example.com", EmailAddress::isValid),
                    new Format(
                            "web-address",
                            "an http or https URL or a bare host name such as example.com",
                            WebAddress::isValid),
                    new Format(
                            "redirect-uri",
                            "an absolute http or https URL without query or fragment, with * at most as the leftmost"
                                    + " label of its host",
                            WebAddress::isRedirectUri),
                    new Format("uri", "an absolute URI such as https://example.com/hook", Format::isAbsoluteUri),
                    new Format("ip", "an IP address of version 4 or 6", IpAddress::isValid),
                    new Format(
                            "date-time",
                            "an ISO 8601 date and time with an offset such as 2026-01-15T09:30:00Z",
                            text -> hasFourDigitYear(text) && parses(OffsetDateTime::parse, text)),
                    new Format(
                            "date",
                            "an ISO 8601 date such as 2026-01-15",
                            text -> hasFourDigitYear(text) && parses(LocalDate::parse, text)),
                    new Format("duration", "an ISO 8601 duration such as PT24H", text -> parses(Duration::parse, text)),
                    new Format(
                            "country-code",
                            "a country code of ISO 3166-1 such as US",
                            Set.of(Locale.getISOCountries())::contains),
                    new Format(
                            "currency-code",
                            "a currency code of ISO 4217 such as USD",
                            text -> parses(Currency::getInstance, text)),
                    new Format(
                            "uuid",
                            "a UUID such as 1c0f6a52-7d38-4b1e-9a64-e2b7c5d80f13",
                            Pattern.compile(UUID).asMatchPredicate()))
            .collect(Collectors.toUnmodifiableMap(Format::keyword, format -> format));

    static Optional<Format> named(String keyword) {
        return Optional.ofNullable(BY_KEYWORD.get(keyword));
    }

    boolean accepts(String text) {
        return judge.test(text);
    }

    private static boolean hasFourDigitYear(String text) {
        return text.length() > 4 && text.charAt(4) == '-';
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean parses(Function<String, ?> parser, String text) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
